namespace Luoshi.Platform.Journal;

internal static class JournalTexts
{
    public static readonly Words RootsTitle = new("每日封存值", "Daily seals");
    public static readonly Words RootsLead = new(
        "每次改动都会封存，各批封存值首尾相连，每日最后一个值在此公布。留存任何一天的值，日后即可证明那天之前的记录没有被改动。",
        "Every change is sealed, each seal holds the one before, and the last of each day is shown here. Whoever keeps one can later prove that nothing before it was altered.");
    public static readonly Words Day = new("日期", "Day");
    public static readonly Words Root = new("封存值（SHA-256）", "Seal (SHA-256)");
    public static readonly Words NoRoots = new("还没有封存", "Nothing sealed yet");
}
