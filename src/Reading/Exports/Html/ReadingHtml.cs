using System.Reflection;
using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Exports.Html;

/// <summary>
/// One file that holds everything: the text with its figures marked on the left, the audit and the figures on the right.
/// It asks nothing of the network, works without script, and prints.
/// </summary>
public static class ReadingHtml
{
    private static readonly Lazy<string> Style = new(() => Asset("page.css"));
    private static readonly Lazy<string> Script = new(() => Asset("page.js"));

    /// <param name="findings">Null when no audit was made: the page then has no audit part.</param>
    public static void Write(Stream stream, ReadingResult reading, IReadOnlyList<Finding>? findings, ExportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024, leaveOpen: true) { NewLine = "\n" };
        var page = new HtmlPage(writer, reading, findings ?? [], language);
        writer.WriteLine($"<!DOCTYPE html><html lang=\"{language.In("zh-CN", "en")}\"><head><meta charset=\"utf-8\">");
        // Nothing may be fetched, whatever the document holds.
        writer.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.Write("<title>");
        Markup.Text(writer, reading.Document.Name);
        writer.WriteLine($"</title><style>{Style.Value}</style></head><body>");
        page.Header();
        writer.WriteLine("<main><section id=\"text\" lang=\"zh-CN\" tabindex=\"0\">");
        page.DocumentText();
        writer.WriteLine("</section><section id=\"tables\">");
        if (findings is not null)
            page.Findings();
        page.Figures();
        writer.WriteLine($"</section></main><script>{Script.Value}</script></body></html>");
    }

    private static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Luoshi.Reading.html.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
