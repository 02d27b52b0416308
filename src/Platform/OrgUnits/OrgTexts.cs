using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;

namespace Luoshi.Platform.OrgUnits;

/// <summary>What the handlers of this folder are called in the journal, and why they refuse.</summary>
internal static class OrgTexts
{
    public static readonly ProcessKind AddUnit = new("org.unit.add", "新设单位", "Set up a unit");
    public static readonly ProcessKind EditUnit = new("org.unit.edit", "修改单位", "Change a unit");
    public static readonly ProcessKind Reorganise = new("org.unit.reorganise", "机构调整与交接", "Reorganise and hand over");
    public static readonly ProcessKind AddPost = new("org.post.add", "新设岗位", "Set up a post");
    public static readonly ProcessKind Appoint = new("org.post.appoint", "任职", "Appoint to a post");
    public static readonly ProcessKind Deputise = new("org.post.deputise", "指定代理", "Name a deputy");
    public static readonly ProcessKind CloseUnit = new("org.unit.close", "撤销单位", "Close a unit");
    public static readonly ProcessKind EditPost = new("org.post.edit", "修改岗位", "Change a post");
    public static readonly ProcessKind ClosePost = new("org.post.close", "撤销岗位", "Close a post");
    public static readonly ProcessKind EditPerson = new("org.person.edit", "修改人员信息", "Change a person's particulars");
    public static readonly ProcessKind Import = new("org.import", "导入机构与人员", "Import units and people");

    public static readonly Refusal NoUnit = new("org.no_unit", "没有这个单位，或它在这一天尚未设立、已经撤销。", "There is no such unit, or it does not exist on that day.");
    public static readonly Refusal NoPost = new("org.no_post", "没有这个岗位，或它在这一天已经撤销。", "There is no such post, or it no longer exists on that day.");
    public static readonly Refusal NoPerson = new("org.no_person", "没有这个人。", "There is no such person.");
    public static readonly Refusal Loop = new("org.loop", "单位不能放到自己或自己的下级之下。", "A unit cannot be placed under itself or below its own units.", "parent");
    public static readonly Refusal TooDeep = new("org.too_deep", $"机构层级不能超过 {OrgUnit.MaxDepth} 级。", $"The tree of units may be at most {OrgUnit.MaxDepth} levels deep.", "parent");
    public static readonly Refusal EndBeforeStart = new("org.end_before_start", "结束日期早于开始日期，请检查。", "The end lies before the start; please check.", "until");
    public static readonly Refusal NoSuccessor = new("org.no_successor", "请至少指定一个接续单位，且不能是被撤销的单位自己。", "Name at least one successor, which cannot be a unit that ends.", "successors");
    public static readonly Refusal BadDivision = new("org.bad_division", "行政区划代码应为 6、9 或 12 位数字，例如 990100。", "A division code has 6, 9 or 12 digits, for example 990100.", "division");
    public static readonly Refusal BadCredit = new("org.bad_credit", "统一社会信用代码应为 18 位，且校验位正确。", "A unified social credit code has 18 characters with a right check character.", "credit");

    public static readonly Refusal BadEmail = new("org.bad_email", "邮箱格式不对，例如 name@example.gov.cn。", "This is no e-mail address; for example name@example.gov.cn.", "email");
    public static readonly Refusal NoDeputy = new("org.no_deputy", "没有这项代理，可能已经结束。", "There is no such deputyship; it may have ended.");
    public static readonly Refusal OwnDeputy = new("org.own_deputy", "岗位的任职人不能代理自己的岗位，请选择另一个人。", "Whoever holds the post cannot stand in for it; choose somebody else.", "person");
    public static readonly Refusal NeedsReason = new("org.needs_reason", "请填写事由，例如出差、病假、学习。", "Fill in the reason, such as travel, illness or training.", "reason");
    public static readonly Refusal NeedsBasis = new("org.needs_basis", "请填写依据，例如机构改革文件的文号。", "Fill in the decision it rests on, such as the number of the document.", "basis");

    public static readonly Refusal TooFarAhead = new("org.too_far_ahead", "交接日期不能晚于一年以后，请检查年份。", "The day of the hand-over cannot be more than a year ahead; check the year.", "on");

    public static Refusal BeforeWork(DateOnly first) => new(
        "org.before_work",
        $"交接日期比所交接的最早一份清单早两年以上，请检查年份；请填{first:yyyy-MM-dd}或以后的日期。",
        $"The day of the hand-over lies more than two years before the oldest list handed over; check the year and give {first:yyyy-MM-dd} or a later day.",
        "on");

    public static Refusal HasWork(string name, int count) => new(
        "org.has_work",
        $"“{name}”还有 {count} 项未办结的工作，请用“合并”或“拆分”交给承接单位。",
        $"'{name}' still answers for {count} open piece(s) of work; hand them over by a merger or a split.");

    public static Refusal UnknownUnit(string text, string field) => new(
        "org.unknown_unit", text.Length == 0 ? "请选择单位。" : $"没有名为“{text}”的单位，请从列表中选择。", text.Length == 0 ? "Choose a unit." : $"There is no unit called '{text}'; choose one from the list.", field);

    public static Refusal SeveralUnits(string text, IReadOnlyList<string> labels, string field) => new(
        "org.same_named", $"有 {labels.Count} 个单位叫“{text}”，请选择其中一个：{string.Join("、", labels)}。", $"{labels.Count} units are called '{text}'; choose one: {string.Join(", ", labels)}.", field);

    public static Refusal NeedsName(string where) => new("org.needs_name", "请填写名称。", "Please fill in the name.", where);

    public static Refusal TooLong(string where, int most) => new("org.too_long", $"最多 {most} 个字。", $"At most {most} characters.", where);

    public static Refusal SameName(string name) => new("org.same_name", $"同一上级下已有“{name}”。", $"There already is '{name}' under the same unit.", "name");

    public static Refusal HasUnits(string name) => new("org.has_units", $"“{name}”还有下级单位，请先调整它们的隶属关系。", $"'{name}' still has units below it; move them first.", "units");

    public static Refusal Held(string name) => new("org.held", $"这一时段该岗位已由{name}担任，请先结束其任期。", $"{name} holds this post in that time; end that first.", "person");
}
