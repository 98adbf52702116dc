# Signs the programs below dist\streamlation and builds the installer, signed too. NEVER RUN BY US YET (docs/packaging.md).
# Without CERTIFICATE (a .pfx in base64) and PASSWORD nothing is signed.
$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
$source = Get-Content (Join-Path $root 'src\streamlation_desktop\__init__.py') -Raw
if ($source -notmatch '__version__ = "([^"]+)"') { throw 'no version in __init__.py' }
$arguments = @("/DVersion=$($Matches[1])")

if ($env:CERTIFICATE) {
    $pfx = Join-Path $env:RUNNER_TEMP 'signing.pfx'
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:CERTIFICATE))
    Import-PfxCertificate -FilePath $pfx -CertStoreLocation Cert:\CurrentUser\My `
        -Password (ConvertTo-SecureString $env:PASSWORD -AsPlainText -Force) | Out-Null
    Remove-Item $pfx
    $kits = 'C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe'
    $signtool = (Get-ChildItem $kits | Sort-Object FullName | Select-Object -Last 1).FullName
    $options = 'sign', '/a', '/fd', 'sha256', '/tr', 'http://timestamp.digicert.com', '/td', 'sha256'
    $programs = (Get-ChildItem (Join-Path $root 'dist\streamlation\*.exe')).FullName
    & $signtool @options @programs
    if ($LASTEXITCODE -ne 0) { throw 'signing the programs failed' }
    # $q is Inno Setup's quotation mark, $f the file that it wants signed.
    $arguments += '/DSign', "/Srelease=`$q$signtool`$q $($options -join ' ') `$f"
}

& iscc @arguments (Join-Path $PSScriptRoot 'streamlation.iss')
if ($LASTEXITCODE -ne 0) { throw 'building the installer failed' }
