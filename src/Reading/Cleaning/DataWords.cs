using System.Text;

namespace Luoshi.Reading.Cleaning;

/// <summary>The words of a data file (<c>cleaning.pinyin</c> is <c>data/reading/cleaning/pinyin.txt</c>), one after the other: parted by blanks and line ends, <c>#</c> lines are comments.</summary>
internal ref struct DataWords
{
    private readonly string file;
    private ReadOnlySpan<char> rest;

    public DataWords(string file)
    {
        this.file = file;
        using var stream = typeof(DataWords).Assembly.GetManifestResourceStream($"Luoshi.Reading.{file}")
            ?? throw new InvalidOperationException($"The data file '{file}' is not embedded in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        rest = Encoding.UTF8.GetString(bytes);
    }

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            rest = rest.TrimStart(" \r\n");
            if (rest.IsEmpty)
                return false;
            if (rest[0] != '#')
                break;
            var lineEnd = rest.IndexOf('\n');
            rest = lineEnd < 0 ? [] : rest[lineEnd..];
        }

        var end = rest.IndexOfAny(' ', '\r', '\n');
        Current = end < 0 ? rest : rest[..end];
        rest = rest[Current.Length..];
        return true;
    }

    public readonly FormatException Bad() => new($"'{Current}' in the data file '{file}' is not of the form its first lines tell.");
}
