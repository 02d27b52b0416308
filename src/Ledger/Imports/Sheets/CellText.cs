using System.Text;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>What a cell says, whatever lines its column was too narrow for.</summary>
internal static class CellText
{
    /// <summary>Endings of a body's name: a line that ends otherwise goes on in the next.</summary>
    private const string Endings = "局委办府厅部院会心司团处所队道校站厂行社区县市镇乡";

    private static readonly string[] Unfinished = ["城乡", "住房和城市"];

    /// <summary>A name in one line. Chinese is written without blanks, so a break in it leaves none.</summary>
    public static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAny('\n', '\r'))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var part in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length > 0 && !IsChinese(line[^1]) && !IsChinese(part[0]))
                line.Append(' ');
            line.Append(part);
        }

        return line.ToString();
    }

    /// <summary>Extracted text writes a cell in one line: a blank between Chinese characters was a break.</summary>
    public static string Broken(string cell) => string.Create(cell.Length, cell, static (span, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            span[at] = text[at] == ' ' && at > 0 && at < text.Length - 1 && IsChinese(text[at - 1]) && IsChinese(text[at + 1]) ? '\n' : text[at];
    });

    /// <summary>The bodies a cell names: parted by marks outside brackets, or one a line; a name broken over two lines is one.</summary>
    public static IReadOnlyList<string> Names(string cell)
    {
        var names = new List<string>();
        var (name, depth) = (new StringBuilder(), 0);
        for (var at = 0; at < cell.Length; at++)
        {
            var c = cell[at];
            depth += c is '（' or '(' ? 1 : c is '）' or ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && c is '、' or '，' or ',' or '；' or ';')
                Close();
            else if (c is '\n' or '\r' or ' ' or '\u3000')
                Break();
            else
                name.Append(c);
        }

        Close();
        return names;

        void Break()
        {
            var sofar = name.ToString();
            if (depth == 0 && sofar.Length > 0 && (Endings.Contains(sofar[^1], StringComparison.Ordinal) || sofar[^1] is '）' or ')') && !Unfinished.Any(sofar.EndsWith))
                Close();
        }

        void Close()
        {
            if (name.Length > 0)
                names.Add(name.ToString());
            name.Clear();
        }
    }

    /// <summary>Han, and the marks that are written among them.</summary>
    private static bool IsChinese(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF65') or '“' or '”';
}
