namespace Luoshi.Ledger.Pages;

/// <summary>Texts of a new list and of the check of its task sheet.</summary>
internal static class ImportTexts
{
    public static readonly Words NewLead = new("选好文件，其余已填好；下一步先看清楚，再采纳。", "Choose the file, the rest is filled in; the next step shows everything before it is adopted.");
    public static readonly Words Sheet = new("任务分解表", "Task sheet");
    public static readonly Words SheetHint = new("Excel、CSV 或含表格的 Word；没有文件也可以先建一份空清单。", "Excel, CSV, or Word with a table; without a file an empty list is opened.");
    public static readonly Words ListTitle = new("清单名称", "Title");
    public static readonly Words ListTitleHint = new("不填就用文件里的标题。", "Left empty, the title in the file is taken.");
    public static readonly Words Place = new("承诺的政府", "Government that promises");
    public static readonly Words MoreOfList = new("按哪里的规则评定", "Whose rules rate it");
    public static readonly Words Division = new("行政区划代码（六位）", "Division code, six digits");
    public static readonly Words DivisionHint = new("决定按哪里的规则评定；不填按通用规则。", "Decides whose rules rate the list; left empty, the general ones do.");
    public static readonly Words Go = new("下一步：核对", "Next: check it");
    public static readonly Words TooLarge = new("文件超过 20 MB。", "The file is larger than 20 MB.");

    public static readonly Words NamesHint = new("机构树里没有这些名称，或有同名的。已按最可能的选好，请看一眼。", "The tree of units does not know these names, or knows several. The likeliest is chosen; please have a look.");
    public static readonly Words Adopt = new("全部采纳", "Adopt all");
    public static readonly Words AllMapped = new("每一列都认出来了。", "Every column was recognised.");
    public static readonly Words Mapping = new("列的对应关系", "What each column means");
    public static readonly Words MappingHint = new("（认错了就点开改）", " (open it to change)");

    public static Words NewUnit(string name) => new($"新建单位“{name}”", $"Set up the unit \"{name}\"");

    public static Words OtherYear(int said) => new($"标题写的是{said}年，与所填年度不同，请核对。", $"The title says {said}; the year given is another.");
}
