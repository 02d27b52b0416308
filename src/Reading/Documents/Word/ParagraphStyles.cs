using System.Xml;

namespace Luoshi.Reading.Documents.Word;

/// <summary>Numbering that paragraphs take from their style rather than say themselves.</summary>
internal sealed class ParagraphStyles
{
    // A style that is based on itself must not hang the reader.
    private const int LongestChain = 20;

    private readonly Dictionary<string, (string? BasedOn, int? Number, int? Level)> styles = [];

    public static ParagraphStyles Load(XmlReader? xml)
    {
        var found = new ParagraphStyles();
        if (xml is null)
            return found;
        using (xml)
            found.Read(xml);
        return found;
    }

    /// <summary>The list and level of a style, its own or those of the style it is based on.</summary>
    public (int? Number, int? Level) NumberingOf(string? style)
    {
        int? level = null;
        for (var step = 0; step < LongestChain && style is not null && styles.TryGetValue(style, out var found); step++)
        {
            level ??= found.Level;
            if (found.Number is { } number)
                return (number, level);
            style = found.BasedOn;
        }

        return (null, level);
    }

    private void Read(XmlReader xml)
    {
        string? id = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || !xml.IsWord())
                continue;
            if (xml.LocalName == "style")
            {
                id = xml.Value("styleId");
                if (id is not null)
                    styles[id] = default;
            }
            else if (id is not null)
            {
                var style = styles[id];
                styles[id] = xml.LocalName switch
                {
                    "basedOn" => style with { BasedOn = xml.Value() },
                    "numId" => style with { Number = xml.Number() },
                    "ilvl" => style with { Level = xml.Number() },
                    _ => style,
                };
            }
        }
    }
}
