namespace Luoshi.Platform.RulePacks;

internal static class RuleTexts
{
    public static readonly Words Title = new("现行规则", "Rules in force");
    public static readonly Words Version = new("编号", "Reference");
    public static readonly Words Place = new("适用地区", "Place");
    public static readonly Words InForce = new("有效期", "In force");
    public static readonly Words Basis = new("依据", "Basis");
    public static readonly Words Judging = new("怎样判断进度与亮灯", "How progress and lights are judged");
    public static readonly Words Reporting = new("怎样报送", "How reports are due");
    public static readonly Words Levels = new("清单层级", "Levels of a list");
    public static readonly Words Others = new("其他版本", "Other versions");
    public static readonly Words WholeCountry = new("全国", "the whole country");
    public static readonly Words Escalation = new("连续滞后怎么办", "When something stays behind");
}
