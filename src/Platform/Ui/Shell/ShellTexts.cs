namespace Luoshi.Platform.Ui;

/// <summary>Texts of the shell and of the shared components.</summary>
public static class ShellTexts
{
    public static readonly Words Product = new("落实", "Luoshi");
    public static readonly Words Home = new("落实 · 首页", "Luoshi · home");
    public static readonly Words SkipToContent = new("跳到正文", "Skip to content");
    public static readonly Words Navigation = new("主导航", "Main navigation");
    public static readonly Words Display = new("显示", "Display");
    public static readonly Words ThemeAuto = new("跟随系统", "Follow device");
    public static readonly Words ThemeLight = new("浅色", "Light");
    public static readonly Words ThemeDark = new("深色", "Dark");
    public static readonly Words ChooseFile = new("选择文件", "Choose a file");
    public static readonly Words ChooseFiles = new("选择文件（可多个）", "Choose files");
    public static readonly Words NoFile = new("未选择文件", "nothing chosen");
    public static readonly Words Close = new("关闭", "Close");
    public static readonly Words Required = new("必填", "required");
    public static readonly Words Pages = new("分页", "Pages");
    public static readonly Words Previous = new("上一页", "Previous");
    public static readonly Words Next = new("下一页", "Next");
    public static readonly Words ChartTable = new("查看数据表", "Show the data");
    public static readonly Words NotFoundTitle = new("没有找到这一页", "Page not found");
    public static readonly Words NotFoundHint = new("地址可能写错了，或者内容已被移走。", "The address may be mistyped, or what was here has moved.");
    public static readonly Words FailedTitle = new("系统出错了", "Something went wrong");
    public static readonly Words FailedHint = new("这次操作没有完成，已记入日志。请稍后再试；如果一再出现，请把下面的编号告诉管理员。", "The request was not completed and has been logged. Try again; if it keeps happening, give the administrator the number below.");
    public static readonly Words ForbiddenTitle = new("没有权限", "Not allowed");
    public static readonly Words ForbiddenHint = new("您的岗位不能打开这一页。如有需要，请联系本单位管理员。", "Your post may not open this page. Ask your administrator if you need it.");
    public static readonly Words BusyTitle = new("操作太频繁", "Too many requests");
    public static readonly Words BusyHint = new("请等一分钟再试，已填写的内容请先保留。", "Wait a minute and try again; keep what you have typed.");
    public static readonly Words StaleTitle = new("页面已过期", "The page has expired");
    public static readonly Words StaleHint = new("为了安全，表单只在打开它的浏览器里有效一段时间。请返回上一页，刷新后重新提交。", "For safety a form is valid only for a while in the browser that opened it. Go back, reload, and send it again.");
    public static readonly Words BackHome = new("回到首页", "Back to the start");

    public static Words Range(int first, int last, int total) => new($"第 {first:N0}–{last:N0} 条，共 {total:N0} 条", $"{first:N0}–{last:N0} of {total:N0}");

    public static Words SortBy(string column, bool descending) => descending
        ? new($"按“{column}”从大到小排列", $"Sort by {column}, descending")
        : new($"按“{column}”从小到大排列", $"Sort by {column}, ascending");

    public static Words ErrorCount(int count) => new($"有 {count} 处需要修改", count == 1 ? "1 thing to correct" : $"{count} things to correct");
}
