@echo off
rem Builds Luoshi when it has not been built or its sources changed, then runs it with the arguments given.
setlocal
set "ROOT=%~dp0"
set "APP=%ROOT%.build\luoshi"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
where dotnet >nul 2>nul || (
  echo Luoshi runs on the .NET 10 SDK, and there is no dotnet on this machine's PATH. 1>&2
  echo https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
  exit /b 3
)
powershell -NoProfile -Command "$s='%ROOT%.build\stamp'; if (-not (Test-Path $s) -or -not (Test-Path '%APP%\luoshi.dll')) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $n=Get-ChildItem '%ROOT%src','%ROOT%data','%ROOT%Directory.*.props' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj|node_modules|dist)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 goto run
if not exist "%ROOT%.build" mkdir "%ROOT%.build"
dotnet publish "%ROOT%src\Cli\Cli.csproj" -c Release -o "%APP%" -v q --nologo > "%ROOT%.build\build.log" 2>&1 || (
  type "%ROOT%.build\build.log" 1>&2
  echo The build failed; see .build\build.log. 1>&2
  exit /b 3
)
type nul > "%ROOT%.build\stamp"
:run
dotnet "%APP%\luoshi.dll" %*
exit /b %ERRORLEVEL%
