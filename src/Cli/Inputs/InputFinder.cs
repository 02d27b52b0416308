using Luoshi.Kernel.Outcomes;

namespace Luoshi.Cli.Inputs;

/// <summary>Turns the paths of a command line into documents: files, folders with all under them, patterns, and <c>-</c>.</summary>
internal static class InputFinder
{
    // A file named outright is always tried; of a folder only what can be a document.
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ".txt", ".md", ".htm", ".html", ".xhtml", ".docx", ".xlsx", ".xls", ".csv", ".tsv", ".pdf",
    };

    /// <summary>Every document once, in the order of the command line; refusals for what is not there.</summary>
    public static (IReadOnlyList<InputFile> Files, IReadOnlyList<Refusal> Refusals) Find(IReadOnlyList<string> paths)
    {
        var (files, refusals) = (new List<InputFile>(), new List<Refusal>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var found = Exists(path) ? Expand(path).ToList() : null;
            if (found is null)
                refusals.Add(Missing(path));
            else if (found.Count == 0)
                refusals.Add(Empty(path));
            else
                files.AddRange(found.Where(file => seen.Add(Identity(file))).Select(Named));
        }

        return (files, refusals);
    }

    private static bool Exists(string path) =>
        path is InputFile.StandardInput || File.Exists(path) || Directory.Exists(path) || Glob.IsPattern(path);

    private static string Identity(string path) => path is InputFile.StandardInput ? path : Path.GetFullPath(path);

    private static InputFile Named(string path) => new(path, path is InputFile.StandardInput ? "stdin" : Path.GetFileName(path));

    private static IEnumerable<string> Expand(string path)
    {
        if (path is InputFile.StandardInput || File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            return Glob.Expand(Path.Combine(path, "**")).Where(file => Known.Contains(Path.GetExtension(file)));
        return Glob.Expand(path);
    }

    private static Refusal Missing(string path) => new(
        "path.missing", "没有这个文件或文件夹，请核对路径。", "there is no such file or folder; check the path.", path);

    private static Refusal Empty(string path) => new(
        "path.empty",
        "没有可读的文件（能读 txt、html、docx、xlsx、csv、pdf）。",
        "nothing to read here (txt, html, docx, xlsx, csv and pdf can be read).",
        path);
}
