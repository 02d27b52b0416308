using System.Xml;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading.Documents.Sheets;
using Luoshi.Reading.Documents.Word;

namespace Luoshi.Reading.Documents;

/// <summary>Tells the zipped kinds apart by their parts: docx, xlsx, and those that are not read.</summary>
internal static class ZippedDocuments
{
    public static Outcome<SourceDocument> Read(Source source)
    {
        try
        {
            using var package = new Package(source);
            if (package.Has("word/document.xml"))
                return new DocxReader(package, source).Read();
            if (package.Has("xl/workbook.xml"))
                return new XlsxReader(package, source).Read();
            return package.Has("OFD.xml") ? DocumentRefusals.Ofd(source.Name) : DocumentRefusals.Archive(source.Name);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return DocumentRefusals.Broken(source.Name, FormatOf(source));
        }
        catch (InsufficientExecutionStackException)
        {
            return DocumentRefusals.TooDeep(source.Name, source.Limits.MaxDepth);
        }
    }

    private static string FormatOf(Source source) => source.HasEnding(".docx") ? "docx" : source.HasEnding(".xlsx") ? "xlsx" : "zip";
}
