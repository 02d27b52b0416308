using System.Text;
using System.Xml;

namespace Luoshi.Reading.Documents.Word;

/// <summary>Automatic numbering: Word stores "second item of list 3", and the printed 二、 has to be counted out.</summary>
internal sealed class Numbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level?[]> lists = [];
    private readonly Dictionary<int, int> listOf = [];
    private readonly Dictionary<(int Number, int Level), int> starts = [];
    private readonly Dictionary<int, int[]> counters = [];

    /// <param name="xml">word/numbering.xml, or null when the document has none.</param>
    public static Numbering Load(XmlReader? xml)
    {
        var numbering = new Numbering();
        if (xml is null)
            return numbering;
        using (xml)
            numbering.Read(xml);
        return numbering;
    }

    /// <summary>Counts on and returns what is printed in front of the paragraph, with a blank where one is needed; empty for bullets.</summary>
    public string Next(int number, int level)
    {
        if (level is < 0 or >= Levels || !listOf.TryGetValue(number, out var list) || !lists.TryGetValue(list, out var levels) || levels[level] is not { } shape)
            return "";
        // Numbers that share a list count on together, unless one says where it starts.
        var key = starts.ContainsKey((number, level)) ? -1 - number : list;
        if (!counters.TryGetValue(key, out var counts))
            counters[key] = counts = new int[Levels];
        counts[level] = counts[level] == 0 ? StartOf(number, level, levels) : counts[level] + 1;
        Array.Clear(counts, level + 1, Levels - level - 1);
        var text = Write(shape, counts, levels, number);
        return text.Length == 0 || text[^1] is '、' or '）' or '：' or '，' or '．' or '　' ? text : text + " ";
    }

    private int StartOf(int number, int level, Level?[] levels) => starts.TryGetValue((number, level), out var start) ? start : levels[level]?.Start ?? 1;

    private string Write(Level shape, int[] counts, Level?[] levels, int number)
    {
        var text = new StringBuilder();
        for (var i = 0; i < shape.Text.Length; i++)
        {
            // %2 stands for the counter of the second level.
            if (shape.Text[i] != '%' || i + 1 >= shape.Text.Length || shape.Text[i + 1] is < '1' or > '9')
            {
                text.Append(shape.Text[i]);
                continue;
            }

            var level = shape.Text[++i] - '1';
            var count = counts[level] == 0 ? StartOf(number, level, levels) : counts[level];
            text.Append(NumberFormats.Write(count, levels[level]?.Format ?? "decimal"));
        }

        return shape.Format is "bullet" ? "" : text.ToString().Trim(' ');
    }

    private void Read(XmlReader xml)
    {
        var (list, number, level) = (-1, -1, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || !xml.IsWord())
                continue;
            switch (xml.LocalName)
            {
                case "abstractNum":
                    (list, number) = (xml.Number("abstractNumId") ?? -1, -1);
                    lists[list] = new Level?[Levels];
                    break;
                case "num":
                    (list, number) = (-1, xml.Number("numId") ?? -1);
                    break;
                case "abstractNumId" when number >= 0:
                    listOf[number] = xml.Number() ?? -1;
                    break;
                case "lvl" or "lvlOverride":
                    level = xml.Number("ilvl") ?? -1;
                    if (list >= 0 && level is >= 0 and < Levels)
                        lists[list][level] = new Level();
                    break;
                case "startOverride" when number >= 0:
                    starts[(number, level)] = xml.Number() ?? 1;
                    break;
                case "start" or "numFmt" or "lvlText" when list >= 0 && level is >= 0 and < Levels && lists[list][level] is { } shape:
                    shape.Set(xml.LocalName, xml.Value() ?? "");
                    break;
            }
        }
    }

    private sealed class Level
    {
        public int Start { get; private set; } = 1;

        public string Format { get; private set; } = "decimal";

        public string Text { get; private set; } = "";

        public void Set(string property, string value)
        {
            if (property == "start")
                Start = int.TryParse(value, out var start) ? start : 1;
            else if (property == "numFmt")
                Format = value;
            else
                Text = value;
        }
    }
}
