namespace Luoshi.Platform.Jobs.Pages;

internal static class JobTexts
{
    public static readonly Words Title = new("定时任务", "Jobs");
    public static readonly Words Lead = new("到点自动运行；有几个节点时每次只在其中一个上运行。", "They run by the clock; of several nodes one runs each.");
    public static readonly Words Job = new("任务", "Job");
    public static readonly Words Often = new("频率", "How often");
    public static readonly Words Last = new("上次完成", "Last done");
    public static readonly Words Next = new("下次", "Next");
    public static readonly Words Node = new("节点", "Node");
    public static readonly Words State = new("状态", "State");
    public static readonly Words Waiting = new("等待首次到点", "waiting for its first time");
    public static readonly Words Fine = new("正常", "fine");
    public static readonly Words Running = new("运行中", "running");
    public static readonly Words Messages = new("外发消息", "Messages going out");
    public static readonly Words MessagesLead = new("邮件和接口通知随改动一同保存，随后发出；失败后隔 1、2、4…分钟重试，共 8 次。", "Mail and webhook messages are stored with the change and sent after it; a failure is tried again after 1, 2, 4 … minutes, eight times.");
    public static readonly Words Channel = new("渠道", "Channel");
    public static readonly Words Mail = new("邮件", "mail");
    public static readonly Words Webhook = new("接口", "webhook");
    public static readonly Words To = new("发往", "To");
    public static readonly Words Subject = new("内容", "Subject");
    public static readonly Words Tries = new("次数", "Tries");
    public static readonly Words Error = new("原因", "Reason");
    public static readonly Words Again = new("再试", "Try again");
    public static readonly Words None = new("没有未送达的消息", "Nothing failed to go out");
    public static readonly Words MailWaits = new("邮件发不出去，都先存着", "Mail cannot go out and waits");
    public static readonly Words Off = new("未设置邮件和接口，通知只在系统内显示。设置见 settings.json 的 Mail 和 Webhook。", "Neither mail nor a webhook is set up; notices show in the program only. See Mail and Webhook in settings.json.");

    public static Words Failing(int times) => new($"出错 {times} 次，稍后重试", $"failed {times} time(s), will try again");

    public static Words Queue(int waiting, int sent) => new($"等待发送 {waiting} 条，已发送 {sent} 条。", $"{waiting} waiting, {sent} sent.");
}
