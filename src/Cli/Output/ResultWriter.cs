using Luoshi.Cli.Inputs;
using Luoshi.Cli.Runs;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Cli.Output;

/// <summary>Puts results where they were asked for: a folder, one set of files a document, or standard output one after the other.</summary>
internal sealed class ResultWriter : IDisposable
{
    private readonly DocumentRequest request;
    private readonly string[] names;
    private readonly IReadOnlyList<ResultPart> parts;
    private readonly BufferedStream? output;
    private bool first = true;

    public ResultWriter(DocumentRequest request, IReadOnlyList<InputFile> files)
    {
        this.request = request;
        names = request.Folder is null ? [] : ResultNames.Of(files);
        parts = ResultPart.Of(request, together: request.Folder is null && files.Count > 1);
        if (request.Folder is { } folder)
            Directory.CreateDirectory(folder);
        else
            output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
    }

    /// <summary>What cannot work is said before anything is read.</summary>
    public static Refusal? Refuse(DocumentRequest request, IReadOnlyList<InputFile> files)
    {
        if (request.Folder is { } folder)
            return File.Exists(folder) ? new("out.file", "--out 要的是文件夹，这是一个文件。", "--out takes a folder; this is a file.", folder) : Overwrites(request, files);
        if (request.Format is not (OutputFormat.Xlsx or OutputFormat.Html) || (files.Count == 1 && Console.IsOutputRedirected))
            return null;
        var format = request.Format.ToString().ToLowerInvariant();
        return new("out.missing", $"{format} 是一个文件，请用 --out 给出文件夹，或读一个文件并用 > 存下。", $"{format} is a file: give a folder with --out, or read one document and redirect with >.");
    }

    public void Write(int place, DocumentReport report)
    {
        if (request.Folder is null)
        {
            parts[0].Write(output!, report, first);
            first = false;
            return;
        }

        foreach (var part in parts)
        {
            using var file = new AtomicFile(Path.Combine(request.Folder, names[place] + part.Suffix));
            part.Write(file.Stream, report, true);
            file.Complete();
        }
    }

    public void Complete() => output?.Flush();

    public void Dispose() => output?.Dispose();

    private static Refusal? Overwrites(DocumentRequest request, IReadOnlyList<InputFile> files)
    {
        var inputs = files.Where(file => !file.IsStandardInput).Select(file => Path.GetFullPath(file.Path)).ToHashSet(StringComparer.Ordinal);
        var hit = ResultNames.Of(files)
            .SelectMany(name => ResultPart.Of(request, together: false).Select(part => Path.GetFullPath(Path.Combine(request.Folder!, name + part.Suffix))))
            .FirstOrDefault(inputs.Contains);
        return hit is null ? null : new("out.input", "结果会盖掉要读的文件，请换一个 --out 文件夹。", "the result would replace a document to be read; choose another --out folder.", hit);
    }
}
