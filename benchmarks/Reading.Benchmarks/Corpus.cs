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

    /// <summary>One text of about the size asked for.</summary>
    public static string Repeat(IReadOnlyList<string> documents, long bytes)
    {
        var round = documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document) + 1);
        var rounds = (int)Math.Max(1, bytes / round);
        var text = new StringBuilder((int)Math.Min(int.MaxValue / 4, documents.Sum(document => (long)document.Length + 1) * rounds));
        for (var i = 0; i < rounds; i++)
        {
            foreach (var document in documents)
                text.Append(document).Append('\n');
        }

        return text.ToString();
    }
}
