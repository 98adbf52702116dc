"""Function words that decide where a line may break, for the languages that we break by grammar.

The rule is Netflix's and the BBC's: break before conjunctions and prepositions; never part an
article from its noun, an auxiliary, negation or pronoun from its verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from streamlation_desktop.core.language import LanguageCode


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Lower-case words by the break they ask for."""

    conjunctions: frozenset[str] = frozenset()
    """With relative and question words: a good break before, a bad one after."""
    prepositions: frozenset[str] = frozenset()
    """A fair break before, a bad one after."""
    binding: frozenset[str] = frozenset()
    """Articles, determiners, auxiliaries, negations, clitic pronouns: a bad break after."""


def _words(conjunctions: str, prepositions: str, binding: str) -> FunctionWords:
    return FunctionWords(frozenset(conjunctions.split()), frozenset(prepositions.split()), frozenset(binding.split()))


NONE = FunctionWords()

BY_LANGUAGE: dict[LanguageCode, FunctionWords] = {
    LanguageCode("en"): _words(
        "and or but nor so yet because although though while whereas if unless until since when where why how who "
        "whom whose which that what whether than as",
        "of in on at by for with from to into onto over under about after before between through during without "
        "within against among across behind beyond near towards toward upon off out up like per via",
        "a an the this these those my your his her its our their some any no every each all both very more most too "
        "i you he she it we they is are was were am be been being has have had do does did will would shall should "
        "can could may might must not i'm you're he's she's it's we're they're don't doesn't didn't won't can't",
    ),
    LanguageCode("es"): _words(
        "y e o u ni pero sino aunque porque pues que si cuando donde como quien quienes cual cuales cuyo mientras",
        "de del a al en con por para sin sobre entre desde hasta hacia contra según durante tras ante bajo mediante",
        "el la los las un una unos unas mi tu su mis tus sus nuestro nuestra este esta estos estas ese esa esos esas "
        "aquel aquella cada todo toda todos todas muy más menos tan no me te se le les lo nos os ha han he hemos "
        "había es son era fue ser está están ya",
    ),
    LanguageCode("fr"): _words(
        "et ou mais ni car donc or que qui quoi dont où quand si comme lorsque puisque parce tandis lequel laquelle",
        "de du des à au aux en dans par pour sur sous avec sans chez entre vers depuis pendant contre selon dès",
        "le la les un une mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces chaque "
        "tout toute tous toutes très plus moins ne n'y y je tu il elle on nous vous ils elles me te se est sont "
        "était a ont avait être avoir c'est",
    ),
    LanguageCode("de"): _words(
        "und oder aber denn sondern doch dass weil wenn als ob obwohl während damit bevor nachdem wo wie warum wer "
        "was welcher welche welches wobei",
        "in im an am auf aus bei beim mit nach von vom zu zum zur für durch gegen ohne um über unter vor hinter "
        "neben zwischen seit bis wegen trotz",
        "der die das den dem des ein eine einen einem einer eines kein keine keinen mein dein sein ihr unser euer "
        "dieser diese dieses diesen jeder jede jedes alle sehr mehr nicht ich du er sie es wir man ist sind war "
        "waren hat haben hatte wird werden wurde kann muss soll",
    ),
    LanguageCode("it"): _words(
        "e ed o ma né perché poiché che chi cui se quando dove come mentre quale quali anche oppure affinché",
        "di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nella nei "
        "nelle con su sul sulla sui per tra fra senza sotto sopra verso",
        "il lo la i gli le un uno una mio mia tuo tua suo sua nostro questa questo questi queste quel quella ogni "
        "tutto tutta tutti molto più non mi ti si ci vi ha hanno ho è sono era essere stato",
    ),
    LanguageCode("pt"): _words(
        "e ou mas nem porque pois que se quando onde como quem qual quais cujo enquanto embora porém",
        "de do da dos das a ao à aos às em no na nos nas com por pelo pela para sem sobre entre desde até contra",
        "o os as um uma uns umas meu minha teu seu sua nosso este esta esse essa aquele cada todo toda todos muito "
        "mais menos não me te se lhe ha há tem têm é são era foi ser está estão já eu você ele ela nós eles",
    ),
    LanguageCode("nl"): _words(
        "en of maar want dat die omdat als wanneer waar hoe wie wat terwijl hoewel zodat toen",
        "van in op aan bij met voor door uit naar om over onder tussen tegen zonder tot na sinds",
        "de het een mijn jouw zijn haar ons onze hun deze dit elke alle zeer meer niet geen ik je jij hij ze zij we "
        "wij is was waren heeft hebben had wordt worden kan moet zal te",
    ),
    LanguageCode("sv"): _words(
        "och eller men att som om när där hur vem vad därför eftersom medan",
        "i på av för till från med om under över vid mot mellan utan efter hos",
        "en ett den det de min din sin hans hennes vår denna detta varje alla mycket mer inte jag du han hon vi ni "
        "är var har hade kan ska vill",
    ),
    LanguageCode("pl"): _words(
        "i a ale lub albo bo że który która które których gdy kiedy jeśli jak gdzie kto co czy ponieważ aby żeby",
        "w we z ze na do od o po przy przez dla za pod nad przed między bez u",
        "nie się ten ta to te tego tej mój moja jego jej ich każdy bardzo jest są był była było by",
    ),
    LanguageCode("ru"): _words(
        "и а но или что чтобы как когда если где который которая которое которые потому хотя кто пока",
        "в во на с со к ко по из у о об от до для за под над перед при через без между про",
        "не ни этот эта это эти тот та те мой твой свой его её их каждый весь очень более я ты он она мы вы они бы",
    ),
    LanguageCode("ko"): _words(
        "그리고 그러나 하지만 그래서 또는 및", "", "이 그 저 한 두 세 네 몇 모든 각 안 못 더 아주"
    ),
}
