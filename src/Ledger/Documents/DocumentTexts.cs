using System.Globalization;
using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Documents;

/// <summary>Texts of the library of documents and of the reading page.</summary>
internal static class DocumentTexts
{
    public static readonly Words Documents = new("文件", "Documents");
    public static readonly Words DocumentsLead = new(
        "放入公开发布的清单、报告、通报，读出每一个数字和它所在的句子，再把印出来的百分比、合计、增幅重算一遍。",
        "Drop in published lists, reports and bulletins: every figure is read with its sentence, and every printed percentage, sum and growth is recomputed.");
    public static readonly Words Library = new("文件库", "Library");

    public static readonly Words DropHere = new("把文件拖到这里，或者点击选择", "Drop files here, or choose them");
    public static readonly Words DropKinds = new("txt、html、docx、xlsx、xls、csv、pdf，可一次多个，每个不超过 32 MB。文件只存在本机，不发往任何地方。", "txt, html, docx, xlsx, xls, csv, pdf; several at once, up to 32 MB each. Files stay on this installation and are sent nowhere.");
    public static readonly Words Upload = new("读取", "Read");
    public static readonly Words Paste = new("粘贴文字", "Paste text");
    public static readonly Words PasteTitle = new("名称", "Name");
    public static readonly Words PasteTitleHint = new("选填，便于以后查找。", "Optional, to find it later.");
    public static readonly Words PasteText = new("正文", "Text");
    public static readonly Words PasteUntitled = new("粘贴的文字", "Pasted text");

    public static readonly Words Search = new("查找", "Search");
    public static readonly Words SearchHint = new("标题、文件名、地方", "title, file name, place");
    public static readonly Words ColumnTitle = new("标题", "Title");
    public static readonly Words ColumnPlace = new("地方", "Place");
    public static readonly Words ColumnYear = new("年度", "Year");
    public static readonly Words ColumnFigures = new("数字", "Figures");
    public static readonly Words ColumnChecks = new("核算", "Checks");
    public static readonly Words ColumnConflicts = new("结论", "Result");
    public static readonly Words ColumnReceived = new("收到", "Received");
    public static readonly Words NothingYet = new("这里将列出读过的文件", "Documents you have read will be listed here");
    public static readonly Words NothingYetHint = new("先拖入一份报告或清单试试，例如上半年实事办理情况通报。", "Start by dropping in a report or a list, such as a half-year report card.");
    public static readonly Words NothingFound = new("没有符合的文件", "No document matches");
    public static readonly Words ShowAll = new("显示全部", "Show all");
    public static readonly Words NoConflict = new("未见不符", "no conflict");
    public static readonly Words ResultTitle = new("收到的文件", "Files received");
    public static readonly Words Already = new("已经在库里", "already in the library");
    public static readonly Words Stored = new("已读取", "read");
    public static readonly Words Refused = new("未收", "not accepted");

    public static readonly Words NoFiles = new("没有选择文件。请先选择或拖入文件。", "No file was chosen. Choose or drop files first.");
    public static readonly Words NoText = new("没有文字。请把正文粘贴到框里。", "There is no text. Paste the text into the box.");
    public static readonly Words TextTooLong = new("文字超过 1,000 万字，请存成文件上传。", "The text is longer than 10 million characters; save it as a file and upload that.");

    public static readonly Refusal Empty = new("document.empty", "文件是空的，请检查后重新上传。", "The file is empty; check it and upload again.");
    public static readonly Refusal TooLarge = new("document.too_large", "文件超过 32 MB。请拆分，或去掉图片后再传。", "The file is larger than 32 MB; split it or remove pictures.");

    public static Words TooManyFiles(int most) => new($"一次最多 {most} 个文件，请分几次上传。", $"At most {most} files at once; upload in several goes.");

    public static Words Conflicts(int count) => new($"{count} 处不符", count == 1 ? "1 conflict" : $"{count} conflicts");

    public static Words Size(long bytes) => bytes switch
    {
        >= 1024 * 1024 => Words.Same((bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture) + " MB"),
        >= 1024 => Words.Same((bytes / 1024m).ToString("0.#", CultureInfo.InvariantCulture) + " kB"),
        _ => new($"{bytes} 字节", $"{bytes} bytes"),
    };
}
