using Luoshi.Cli.Inputs;

namespace Luoshi.Cli.Output;

/// <summary>
/// What each document's results are called: the file name without its ending; with it where two documents differ in the ending alone;
/// with a number where even that is the same.
/// </summary>
internal static class ResultNames
{
    public static string[] Of(IReadOnlyList<InputFile> files)
    {
        var names = new string[files.Count];
        var stems = Count(files.Select(Stem));
        var full = Count(files.Select(file => file.Name));
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < files.Count; i++)
        {
            var name = stems[Stem(files[i])] == 1 ? Stem(files[i]) : files[i].Name;
            var number = full[files[i].Name] > 1 ? 1 : 0;
            var candidate = number == 0 ? name : $"{name}~{number}";
            while (!used.Add(candidate))
                candidate = $"{name}~{++number}";
            names[i] = candidate;
        }

        return names;
    }

    private static string Stem(InputFile file) => Path.GetFileNameWithoutExtension(file.Name);

    private static Dictionary<string, int> Count(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
}
