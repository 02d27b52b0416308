using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Documents;

/// <summary>What a reader of the figures is told about a document that was read.</summary>
internal static class DocumentNotices
{
    public static DocumentNotice EncodingGuessed(string encoding) =>
        new("encoding.guessed", $"文件没有说明编码，按 {encoding} 读取。", $"The file does not tell its encoding; it was read as {encoding}.");

    public static DocumentNotice BytesLost(int count, SourceSpan first) =>
        new("encoding.bytes_lost", $"有 {count} 处字节无法解码，显示为“\uFFFD”。", $"{count} places could not be decoded and are shown as '\uFFFD'.", first);

    public static DocumentNotice HiddenSheet(string sheet) =>
        new("sheet.hidden", $"隐藏的工作表“{sheet}”没有读。", $"The hidden sheet '{sheet}' was not read.");

    public static DocumentNotice MenusDropped(int count) =>
        new("html.furniture_dropped", $"网页中的导航、页脚等 {count} 块没有读。", $"{count} navigation, footer or similar blocks of the page were not read.");
}
