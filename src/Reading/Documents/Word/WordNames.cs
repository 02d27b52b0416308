using System.Xml;

namespace Luoshi.Reading.Documents.Word;

/// <summary>Attributes of WordprocessingML, in its transitional and its strict form.</summary>
internal static class WordNames
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsWord(this XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    /// <summary>The <c>w:val</c> of the current element, or another attribute of it.</summary>
    public static string? Value(this XmlReader xml, string name = "val") => xml.GetAttribute(name, Transitional) ?? xml.GetAttribute(name, Strict);

    public static int? Number(this XmlReader xml, string name = "val") => int.TryParse(xml.Value(name), out var number) ? number : null;

    /// <summary>An on-off property: present without a value means on.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Value() is not ("0" or "false" or "off" or "none");
}
