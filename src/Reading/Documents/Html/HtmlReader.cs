using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Luoshi.Kernel.Outcomes;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents.Html;

/// <summary>A web page: its main text a paragraph a line, its tables as piped rows. Nothing it links to is fetched.</summary>
internal static class HtmlReader
{
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"' />;\r\n");

    public static Outcome<SourceDocument> Read(Source source)
    {
        var decoded = TextDocuments.Decode(source, out var notices, DeclaredEncoding(source.Bytes.Span));
        if (decoded is null)
            return DocumentRefusals.Unsupported(source.Name);
        if (!HtmlShape.IsSane(decoded.Text, source.Limits.MaxDepth))
            return DocumentRefusals.TooDeep(source.Name, source.Limits.MaxDepth);
        try
        {
            var text = Extract(decoded.Text, source, notices);
            return new SourceDocument(source.Name, DocumentFormat.Html, decoded.Encoding, text, notices);
        }
        catch (InsufficientExecutionStackException)
        {
            return DocumentRefusals.TooDeep(source.Name, source.Limits.MaxDepth);
        }
    }

    private static string Extract(string html, Source source, List<DocumentNotice> notices)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (page.Body is not { } body)
            return "";
        var furniture = new Furniture(body);
        var main = furniture.MainElement();
        var writer = new RowWriter(source);
        if (TitleOf(page, main) is { } title)
            writer.Line(title);
        new HtmlWriter(furniture, writer, source).Write(main);
        if (furniture.Dropped > 0)
            notices.Add(DocumentNotices.MenusDropped(furniture.Dropped));
        return writer.ToString();
    }

    /// <summary>A headline that stands outside the main text, or, on a page without headlines, the window title without the site's name.</summary>
    private static string? TitleOf(IDocument page, IElement main)
    {
        if (main.QuerySelector("h1, h2") is not null)
            return null;
        if (page.QuerySelector("h1") is { } headline && !Furniture.IsDead(headline))
            return headline.TextContent;
        var title = page.Title;
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var cut = title.IndexOfAny(['_', '|', '｜']);
        title = (cut > 0 ? title[..cut] : title).Trim();
        return main.TextContent.Contains(title, StringComparison.Ordinal) ? null : title;
    }

    /// <summary>What a meta tag in the first kilobyte says.</summary>
    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = head.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = value.IndexOfAny(ValueEnds);
        return (end < 0 ? value : value[..end]).ToString();
    }
}
