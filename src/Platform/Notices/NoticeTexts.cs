namespace Luoshi.Platform.Notices;

internal static class NoticeTexts
{
    public static readonly Words Title = new("通知", "Notices");
    public static readonly Words None = new("还没有通知", "No notices yet");
    public static readonly Words NoneHint = new("报送截止、退回、待审批等提醒会出现在这里。", "Reminders of reports due, returned or waiting for approval will appear here.");
    public static readonly Words ReadAll = new("全部标为已读", "Mark all as read");
    public static readonly Words New = new("新", "new");
}
