"""Media in the forms that devices of the network take."""
