namespace Luoshi.Ledger.Start;

internal static class StartTexts
{
    public static readonly Words Title = new("政府的承诺，办到哪一步了", "How far the promises have come");
    public static readonly Words Lead = new("每一项承诺、每一个数字都能点开，看它出自哪句话、由谁上报、怎样算出。", "Every promise and every figure can be opened: the sentence it comes from, who reported it, how it was reckoned.");
    public static readonly Words Cards = new("成绩单", "Report cards");
    public static readonly Words NoCards = new("还没有发布成绩单", "No report card has been published yet");
    public static readonly Words NoCardsHint = new("发布以后，各地各年度的成绩单会列在这里。", "Once published, the cards of each place and year will be listed here.");
    public static readonly Words Tasks = new("任务分解表：谁来办、何时办成", "Task sheet: who does what by when");
    public static readonly Words Data = new("开放数据", "Open data");
    public static readonly Words DataLead = new("每份成绩单都可以下载：表格（Excel、CSV）给人看，JSON 给程序用，不用登录。", "Every card can be downloaded without signing in: tables (Excel, CSV) for people, JSON for programs.");
    public static readonly Words Compare = new("对比", "Compare");
    public static readonly Words CompareLead = new("把年初的承诺和年末的结果、今年和去年并排对照，哪里变了、哪里不见了，一眼看到。", "Set the promise against the result, this year against last: what changed and what vanished stands side by side.");
    public static readonly Words CompareLink = new("选两份材料对比", "Choose two to compare");
    public static readonly Words Read = new("读一份文件", "Read a document");
    public static readonly Words ReadLink = new("查看已读的文件", "Documents that were read");
    public static readonly Words Trust = new("怎么保证没改过", "How to tell nothing was altered");
    public static readonly Words TrustLead = new("每天的操作记录封存成一个指纹并公开；评定用的规则也公开。", "Each day's record is sealed into a fingerprint that is published, and so are the rules of rating.");
    public static readonly Words Seals = new("每日封存", "Daily seals");
    public static readonly Words Rules = new("评定规则", "Rules of rating");

    public static Words Year(string place, int year) => new($"{place} · {year}年", $"{place} · {year}");
}
