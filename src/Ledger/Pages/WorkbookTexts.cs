namespace Luoshi.Ledger.Pages;

/// <summary>Texts of filling in with Excel.</summary>
internal static class WorkbookTexts
{
    public static readonly Words Title = new("用 Excel 填报", "Fill in with Excel");
    public static readonly Words Steps = new("下载本期表格，只填未锁定的列，再上传。上传后先预览；有错误时一行也不导入。", "Download the period's sheet, fill in the unlocked columns, hand it in. A preview comes first; with an error nothing is taken.");
    public static readonly Words Download = new("下载表格", "Download the sheet");
    public static readonly Words File = new("填好的表格", "The filled-in sheet");
    public static readonly Words Upload = new("上传并预览", "Hand in and preview");
    public static readonly Words Choose = new("请选择一个文件。", "Choose a file.");
    public static readonly Words TooLarge = new("文件超过 20 MB。", "The file is larger than 20 MB.");
    public static readonly Words Cell = new("单元格", "Cell");
    public static readonly Words What = new("问题", "What");
    public static readonly Words Do = new("怎么办", "What to do");
    public static readonly Words Warnings = new("上报前需要说明的", "To be explained before the report is handed on");
    public static readonly Words Changes = new("将要改变的内容", "What would change");
    public static readonly Words Field = new("填报项", "Field");
    public static readonly Words Before = new("现在", "Now");
    public static readonly Words After = new("导入后", "After");
    public static readonly Words None = new("表格内容与已保存的相同，没有需要导入的。", "The sheet says what is stored already; there is nothing to take.");
    public static readonly Words Take = new("全部导入为草稿", "Take all of it as a draft");

    public static Words Refused(int errors) => new($"{errors} 个单元格需要更正，没有导入", $"{errors} cells to correct; nothing was taken");
}
