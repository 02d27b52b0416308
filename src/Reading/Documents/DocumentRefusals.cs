using System.Globalization;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Reading.Documents;

/// <summary>Every reason why a document is not read. Codes are stable; texts say what is wrong and what to do next.</summary>
public static class DocumentRefusals
{
    public static Refusal Empty(string name) =>
        new("document.empty", "文件是空的。", "The file is empty.", name);

    public static Refusal TooLarge(string name, long limit) =>
        new("document.too_large", $"文件超过 {Size(limit)}，请拆分后再读。", $"The file is larger than {Size(limit)}; split it and try again.", name);

    public static Refusal TextTooLong(string name, long limit) =>
        new("document.text_too_long", $"文件展开后的文字超过 {Number(limit)} 个字符，请拆分后再读。", $"The text in the file is longer than {Number(limit)} characters; split it and try again.", name);

    public static Refusal Bomb(string name) =>
        new(
            "document.zip_bomb",
            "文件解压后大得不合常理，可能是压缩炸弹，已停止读取。如果文件可信，请另存为新文件后再试。",
            "The file unpacks to far more than its size allows (a zip bomb?), so reading stopped. If you trust it, save it anew and try again.",
            name);

    public static Refusal Encrypted(string name) =>
        new("document.encrypted", "文件已加密，请去掉密码后再读。", "The file is encrypted; remove the password and try again.", name);

    public static Refusal Broken(string name, string format) =>
        new("document.broken", $"文件已损坏，无法按 {format} 打开。请重新下载，或用原软件打开后另存一份。", $"The file is damaged and cannot be opened as {format}. Download it again, or open it in its program and save a copy.", name);

    public static Refusal OldWord(string name) =>
        new("document.old_word", "这是旧版 Word（.doc）或 WPS 文字（.wps）文件，请用 Word 或 WPS 另存为 .docx 后再读。", "This is an old Word (.doc) or WPS (.wps) file; save it as .docx in Word or WPS and try again.", name);

    public static Refusal Rtf(string name) =>
        new("document.rtf", "这是 RTF 文件，请用 Word 或 WPS 另存为 .docx 后再读。", "This is an RTF file; save it as .docx in Word or WPS and try again.", name);

    public static Refusal Ofd(string name) =>
        new("document.ofd", "这是 OFD 版式文件，请用阅读器导出为 PDF 或 Word 后再读。", "This is an OFD file; export it to PDF or Word in its viewer and try again.", name);

    public static Refusal Image(string name) =>
        new("document.image", "这是图片，没有可读的文字。请先用文字识别（OCR）软件转成文本。", "This is a picture without text. Convert it with text recognition (OCR) software first.", name);

    public static Refusal Archive(string name) =>
        new("document.archive", "这是压缩包，请解压后再读里面的文件。", "This is an archive; unpack it and read the files inside.", name);

    public static Refusal WebArchive(string name) =>
        new("document.web_archive", "这是网页归档（.mht）文件，请在浏览器中另存为 .html 后再读。", "This is a web archive (.mht); save the page as .html in a browser and try again.", name);

    public static Refusal OfficeXml(string name) =>
        new("document.office_xml", "这是 XML 格式的 Word 或 Excel 2003 文件，请另存为 .docx 或 .xlsx 后再读。", "This is a Word or Excel 2003 file in XML; save it as .docx or .xlsx and try again.", name);

    public static Refusal Unsupported(string name) =>
        new("document.unsupported", "不是可读的文档。可读：txt、html、docx、xlsx、xls、csv、pdf。", "This is not a readable document. Readable: txt, html, docx, xlsx, xls, csv, pdf.", name);

    public static Refusal TooDeep(string name, int limit) =>
        new("document.too_deep", $"网页或表格嵌套超过 {limit} 层，或者标签异常庞大，不是正常的文档，已停止读取。", $"The page or its tables are nested more than {limit} levels deep, or its tags are monstrous, which no real document is; reading stopped.", name);

    public static Refusal TooManyCells(string name, int limit) =>
        new("document.too_many_cells", $"表格单元格超过 {Number(limit)} 个，请拆分后再读。", $"The tables have more than {Number(limit)} cells; split the file and try again.", name);

    public static Refusal PdfToolMissing(string name) =>
        new(
            "document.pdf_tool_missing",
            "读 PDF 需要 poppler 的 pdftotext。安装：Debian/Ubuntu“apt install poppler-utils poppler-data”；CentOS/openEuler“dnf install poppler-utils”；macOS“brew install poppler”；Windows 请把 poppler 的 bin 目录加入 PATH。也可以先把 PDF 转成 Word。",
            "Reading PDF needs pdftotext from poppler. Install: Debian/Ubuntu 'apt install poppler-utils poppler-data'; CentOS/openEuler 'dnf install poppler-utils'; macOS 'brew install poppler'; on Windows put poppler's bin folder on PATH. Or convert the PDF to Word first.",
            name);

    public static Refusal PdfWithoutText(string name) =>
        new("document.pdf_without_text", "PDF 里没有文字，应是扫描件。请先用文字识别（OCR）软件处理。", "The PDF holds no text, so it is probably a scan. Run text recognition (OCR) on it first.", name);

    public static Refusal PdfTimeout(string name, TimeSpan limit) =>
        new("document.pdf_timeout", $"PDF 在 {limit.TotalSeconds:0} 秒内没有读完，请拆分后再读。", $"The PDF was not read within {limit.TotalSeconds:0} seconds; split it and try again.", name);

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB");

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
