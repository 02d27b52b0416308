using System.CommandLine;
using Luoshi.Cli.Output;
using Luoshi.Cli.Runs;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Commands;

/// <summary>What <c>read</c> and <c>audit</c> take alike.</summary>
internal sealed class DocumentArguments
{
    private readonly ExportLanguage language;
    private readonly Argument<string[]> paths;
    private readonly Option<string> format;
    private readonly Option<string?> folder;

    public DocumentArguments(ExportLanguage language)
    {
        this.language = language;
        paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = language.In(
                "文件、文件夹、通配符，或 - 表示标准输入；可读 txt html docx xlsx csv pdf",
                "files, folders, patterns, or - for standard input; txt html docx xlsx csv pdf"),
        };
        format = new Option<string>("--format", "-f")
        {
            Description = language.In("输出格式", "output format"),
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong([.. Enum.GetNames<OutputFormat>().Select(name => name.ToLowerInvariant())]);
        folder = new Option<string?>("--out", "-o")
        {
            Description = language.In("每个文件的结果写进这个文件夹；不给则写到屏幕", "write one result per document into this folder; to the screen when absent"),
            HelpName = "DIR",
        };
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(paths);
        command.Options.Add(format);
        command.Options.Add(folder);
    }

    public DocumentRequest Request(ParseResult parsed, bool audit) => new(
        parsed.GetRequiredValue(paths),
        Enum.Parse<OutputFormat>(parsed.GetRequiredValue(format), ignoreCase: true),
        parsed.GetValue(folder),
        language,
        audit);
}
