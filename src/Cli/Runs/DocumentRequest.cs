using Luoshi.Cli.Output;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Runs;

/// <param name="Folder">Where results go, one or more files a document; null for standard output.</param>
internal sealed record DocumentRequest(IReadOnlyList<string> Paths, OutputFormat Format, string? Folder, ExportLanguage Language, bool Audit);
