using System.Text;

namespace Luoshi.Reading.Benchmarks;

/// <summary>Long text made of published documents, each kept whole, repeated until the size asked for.</summary>
internal static class Corpus
{
    /// <summary>Documents in the order of their names.</summary>
    public static IReadOnlyList<string> Load(string folder)
    {
        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0
            ? [.. files.Select(path => File.ReadAllText(path, Encoding.UTF8))]
            : throw new InvalidOperationException($"There are no .txt files in {folder}.");
    }
}
