namespace Luoshi.Reading.Exports;

/// <summary>The language headers and set words are written in. What stands in the document is never translated.</summary>
public enum ExportLanguage
{
    Chinese,
    English,
}
