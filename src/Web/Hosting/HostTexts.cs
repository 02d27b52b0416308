namespace Luoshi.Web.Hosting;

/// <summary>Texts of the host itself.</summary>
internal static class HostTexts
{
    public static readonly Words TooLargeTitle = new("提交的内容太大", "The upload is too large");
    public static readonly Words TooLargeHint = new("一次最多提交 128 MB。请分几次上传，或者去掉大图后再试。", "At most 128 MB can be sent at once. Upload in several goes, or remove large pictures first.");
    public static readonly Words BadRequestTitle = new("提交的内容无法识别", "The request could not be understood");
    public static readonly Words BadRequestHint = new("请返回上一页，刷新后再试。", "Go back, reload the page, and try again.");
}
