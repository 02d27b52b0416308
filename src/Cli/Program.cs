using System.CommandLine;
using System.Globalization;
using System.Text;
using Luoshi.Cli;
using Luoshi.Cli.Commands;
using Luoshi.Reading.Exports;

// Chinese goes out as UTF-8 wherever we run; without a mark, so that the first cell of a piped table stays clean.
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var language = Language.Of(args, Environment.GetEnvironmentVariable);
// The parser's own words (Usage, Options, "is required") follow the same choice.
CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.In("zh-Hans", "en"));
var root = new RootCommand(language.In("落实：读得清、算得准、管得住的政府承诺台账", "Luoshi: government promises from the printed sentence to the proof"))
{
    ReadCommand.Create(language),
    AuditCommand.Create(language),
    DemoCommand.Create(language),
    UserCommand.Create(language),
    JournalCommand.Create(language),
    KeysCommand.Create(language),
    BackupCommand.Create(language),
    RestoreCommand.Create(language),
    ServeCommand.Create(language),
    Language.CreateOption(language),
};
var parsed = root.Parse(args);
var code = await parsed.InvokeAsync();
// The parser answers a wrong command line with 1, which here means that conflicts were found.
return parsed.Errors.Count > 0 ? ExitCodes.Failed : code;
