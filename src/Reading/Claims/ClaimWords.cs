using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>The words of <c>data/reading/lexicons/claims.txt</c>, ready for look-up.</summary>
internal sealed class ClaimWords
{
    private ClaimWords(Dictionary<string, List<string>> lists)
    {
        Lead = Set(lists, "lead");
        Link = Set(lists, "link");
        Compare = Set(lists, "compare");
        OfPlan = Set(lists, "of-plan");
        Verb = Set(lists, "verb");
        Light = Set(lists, "light");
        Predicate = Set(lists, "predicate");
        Adverb = Set(lists, "adverb");
        Generic = Set(lists, "generic");
        Planned = Set(lists, "planned");
        Done = Set(lists, "done");
        Overruling = Set(lists, "done", "behind", "asides");
        ListNouns = Set(lists, "list-nouns");
        ListVerbs = Set(lists, "list-verbs");
        Whole = Set(lists, "whole");
        WholeEnd = Set(lists, "whole-end");
        Per = Set(lists, "per");
        Causing = Set(lists, "causing");
        Nominal = Set(lists, "nominal");
        NoNominals = Set(lists, "no-nominals");
        ShortVerbs = new WordMap<string>(lists["short-verbs"].Select(word => KeyValuePair.Create(word[..1], word[2..])));
        ShortNouns = Set(lists, "short-nouns");
        PlanNouns = Set(lists, "plan-nouns");
        VerbNouns = Set(lists, "verb-nouns");
        VerbFirst = Set(lists, "verb-first");
        ListWorks = Set(lists, "list-works");
        ListArranged = Set(lists, "list-arranged");
        Remainders = Set(lists, "remainders");
        Limited = Set(lists, "limited");
        MainVerbs = Set(lists, "main-verbs");
        Grades = Set(lists, "grades");
        CaseNouns = Set(lists, "case-nouns");
        Standards = Set(lists, "standards");
        Beyond = Set(lists, "beyond");
        Others = Set(lists, "others");
        StepRates = Set(lists, "step-rates");
        UnderWay = Set(lists, "under-way");
        Agents = Set(lists, "agents");
        Channels = Set(lists, "channels");
        Bearing = Set(lists, "bearing");
        NoAgents = Set(lists, "no-agents");
        Qualifiers = Set(lists, "qualifiers");
        Scopes = Set(lists, "scopes");
        Openers = Set(lists, "openers");
        InnerAdverbs = Set(lists, "inner-adverbs");
        Milestones = Set(lists, "milestones");
        Found = Set(lists, "found");
        Ahead = Set(lists, "ahead");
        MiddleNouns = Set(lists, "middle-nouns");
        StandAlone = Set(lists, "stand-alone");
        ListPromises = Set(lists, "list-promises");
        GroupKinds = Set(lists, "group-kinds");
        ListProgress = Set(lists, "list-progress");
        ListKept = Set(lists, "list-kept");
        Completed = Set(lists, "completed");
        Partly = Set(lists, "partly");
        Handled = Set(lists, "handled");
        PlanBases = Set(lists, "plan-bases");
        Beside = Set(lists, "beside");
        Schedules = Set(lists, "schedules");
        Bodies = Set(lists, "bodies");
        Matters = Set(lists, "matters");
        RequestKinds = Set(lists, "request-kinds");
        Due = Set(lists, "due");
        Ways = Set(lists, "ways");
        Cases = Set(lists, "cases");
        InnerSpans = Set(lists, "inner-spans");
        HowDone = Set(lists, "how-done");
        ListParts = Set(lists, "list-parts");
        PutOff = Set(lists, "put-off");
        MemberNouns = Set(lists, "member-nouns");
        Dependents = Set(lists, "dependents");
        BareNouns = Set(lists, "bare-nouns");
        Kinds = Set(lists, "kinds");
        KindEnds = Set(lists, "kind-ends");
        ResultOpeners = Set(lists, "result-openers");
        ResultStarts = Set(lists, "result-starts");
        MoneyNouns = Set(lists, "money-nouns");
        MoneyVerbs = Set(lists, "money-verbs");
        EarlierSteps = Set(lists, "earlier-steps");
        Limits = Set(lists, "limits");
        Tasks = Set(lists, "tasks");
        PerHead = Set(lists, "per-head");
        Quarters = Set(lists, "quarters");
        States = Set(lists, "states");
        Behind = Set(lists, "behind");
        Asides = Set(lists, "asides");
        Members = Set(lists, "members");
        Sayings = Set(lists, "sayings");
        Areas = Set(lists, "areas");
        BareLabels = Set(lists, "bare-labels");
        LabelDone = Set(lists, "label-done");
        LabelPlanned = Set(lists, "label-planned");
        LooksAhead = Set(lists, "looks-ahead");
        Surveys = Set(lists, "surveys");
        OnSchedule = Set(lists, "on-schedule");
        TurnsPlanned = Set(lists, "turns-planned");
        TurnsDone = Set(lists, "turns-done");
        TurnsAhead = Set(lists, "turns-ahead");
        TurnLeads = Set(lists, "turn-leads");
        Differences = Set(lists, "differences");
        ListTails = Set(lists, "list-tails");
        Most = Set(lists, "most");
        Compared = new WordMap<int>([
            .. lists["faster"].Select(word => KeyValuePair.Create(word, 1)),
            .. lists["slower"].Select(word => KeyValuePair.Create(word, -1)),
        ]);
        Change = new WordMap<int>([
            .. lists["rise"].Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, 1)),
            .. lists["fall"].Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, -1)),
        ]);
    }

    public static ClaimWords Shared { get; } = new(WordFile.Load("claims"));

    public WordMap<bool> Lead { get; }

    public WordMap<bool> Link { get; }

    public WordMap<bool> Compare { get; }

    public WordMap<bool> OfPlan { get; }

    public WordMap<bool> Verb { get; }

    public WordMap<bool> Light { get; }

    public WordMap<bool> Predicate { get; }

    public WordMap<bool> Adverb { get; }

    public WordMap<bool> Generic { get; }

    public WordMap<bool> Planned { get; }

    public WordMap<bool> Done { get; }

    /// <summary>All that may make a result of a number in a plan.</summary>
    public WordMap<bool> Overruling { get; }

    public WordMap<bool> ListNouns { get; }

    public WordMap<bool> ListVerbs { get; }

    /// <summary>Words that begin like an adverb or a scope but are nouns.</summary>
    public WordMap<bool> Whole { get; }

    /// <summary>Words that end like a link but are nouns or verbs: 签约, 公共.</summary>
    public WordMap<bool> WholeEnd { get; }

    /// <summary>日均, 人均: averages of the noun before.</summary>
    public WordMap<bool> Per { get; }

    public WordMap<bool> Causing { get; }

    /// <summary>What behind a verb makes one noun of both.</summary>
    public WordMap<bool> Nominal { get; }

    /// <summary>装 is 安装, 招 is 招聘: verbs of one character in everyday words, and what they are called.</summary>
    public WordMap<string> ShortVerbs { get; }

    /// <summary>装机, 招商: words that begin with one of them.</summary>
    public WordMap<bool> ShortNouns { get; }

    /// <summary>机井, 器械: things that begin with the character of such a noun.</summary>
    public WordMap<bool> NoNominals { get; }

    /// <summary>Nouns that make the number behind them a plan.</summary>
    public WordMap<bool> PlanNouns { get; }

    /// <summary>Verbs that name what is counted when they stand behind another verb.</summary>
    public WordMap<bool> VerbNouns { get; }

    /// <summary>Verbs that stand before their noun also in a name: 新增学位, 惠及居民.</summary>
    public WordMap<bool> VerbFirst { get; }

    /// <summary>Works that are a list where they were arranged or entered in one.</summary>
    public WordMap<bool> ListWorks { get; }

    public WordMap<bool> ListArranged { get; }

    /// <summary>What is left of a number told before.</summary>
    public WordMap<bool> Remainders { get; }

    /// <summary>What a limit on a rate may pick out.</summary>
    public WordMap<bool> Limited { get; }

    /// <summary>Verbs that begin what is counted, also behind a long subject.</summary>
    public WordMap<bool> MainVerbs { get; }

    /// <summary>How people rated what was asked of them.</summary>
    public WordMap<bool> Grades { get; }

    /// <summary>Cases that need what they are about.</summary>
    public WordMap<bool> CaseNouns { get; }

    /// <summary>What a limit is printed for.</summary>
    public WordMap<bool> Standards { get; }

    /// <summary>How much more than the plan it was.</summary>
    public WordMap<bool> Beyond { get; }


    /// <summary>The rest of the kinds of a list.</summary>
    public WordMap<bool> Others { get; }

    /// <summary>Rates that set a step of the work against the plan.</summary>
    public WordMap<bool> StepRates { get; }

    public WordMap<bool> UnderWay { get; }

    /// <summary>Who does things, at the end of a subject.</summary>
    public WordMap<bool> Agents { get; }

    public WordMap<bool> Channels { get; }

    /// <summary>Verbs between a body and the works it has: 9个区县承担的115个项目.</summary>
    public WordMap<bool> Bearing { get; }

    /// <summary>Things that end like the name of a body and do nothing: 小区, 行政村.</summary>
    public WordMap<bool> NoAgents { get; }

    /// <summary>Adverbs that in front of a noun are part of its name: 高效蔬菜.</summary>
    public WordMap<bool> Qualifiers { get; }

    /// <summary>Whose a thing is, in a row: 全国、省、市最美驿站.</summary>
    public WordMap<bool> Scopes { get; }

    /// <summary>What begins a clause of method and names nothing: 坚持…并举.</summary>
    public WordMap<bool> Openers { get; }

    /// <summary>What parts a subject from what it did.</summary>
    public WordMap<bool> InnerAdverbs { get; }

    /// <summary>突破500亿元大关: what a number is called that was passed.</summary>
    public WordMap<bool> Milestones { get; }

    /// <summary>What was found or received, and so is no plan of what was done about it.</summary>
    public WordMap<bool> Found { get; }

    /// <summary>What says behind a number that it is still to come.</summary>
    public WordMap<bool> Ahead { get; }

    /// <summary>Nouns that begin with 中, which then parts nothing.</summary>
    public WordMap<bool> MiddleNouns { get; }

    /// <summary>What is done to people or in money, whatever was counted before.</summary>
    public WordMap<bool> StandAlone { get; }

    /// <summary>What several things are counted as when they are taken together: 三区合计占全市的62%.</summary>
    public WordMap<bool> GroupKinds { get; }

    /// <summary>Lists of promises, whose size stays a promise while they are carried out.</summary>
    public WordMap<bool> ListPromises { get; }

    public WordMap<bool> ListProgress { get; }
    public WordMap<bool> ListKept { get; }

    /// <summary>How far the verb in front has gone: 整改完成.</summary>
    public WordMap<bool> Completed { get; }

    /// <summary>What in front of a verb makes a state of it: 部分整改.</summary>
    public WordMap<bool> Partly { get; }

    /// <summary>Verbs of handling a case, which stays what is counted.</summary>
    public WordMap<bool> Handled { get; }

    /// <summary>What a percentage done may be set against.</summary>
    public WordMap<bool> PlanBases { get; }

    /// <summary>高于, 慢于: what is compared stands in front.</summary>
    public WordMap<bool> Beside { get; }

    /// <summary>停车, 供暖: verbs that in a count of cases say what they are about.</summary>
    public WordMap<bool> Matters { get; }

    /// <summary>咨询, 求助: of which kinds what people bring forward is.</summary>
    public WordMap<bool> RequestKinds { get; }

    public WordMap<bool> Due { get; }

    public WordMap<bool> Ways { get; }

    public WordMap<bool> Cases { get; }

    public WordMap<bool> InnerSpans { get; }

    public WordMap<bool> HowDone { get; }

    public WordMap<bool> ListParts { get; }

    public WordMap<bool> PutOff { get; }

    /// <summary>村, 企业, 老人: of such a percentage is a share of all of them.</summary>
    public WordMap<bool> MemberNouns { get; }

    /// <summary>惠及, 涉及: verbs whose object is counted of what was told before.</summary>
    public WordMap<bool> Dependents { get; }

    /// <summary>线路, 用户, 工程: nouns that need the matter of their paragraph to be understood.</summary>
    public WordMap<bool> BareNouns { get; }

    /// <summary>水利局, 成员单位: bodies that are never what was done, right in front of a verb.</summary>
    public WordMap<bool> Bodies { get; }

    /// <summary>未达标的, 逾期的: what in front of a number and its noun picks out some of their kind begins so.</summary>
    public WordMap<bool> Kinds { get; }

    /// <summary>进度偏慢的: or it ends so.</summary>
    public WordMap<bool> KindEnds { get; }

    /// <summary>超序时进度, 慢于时序进度: ahead of or behind the time that has passed.</summary>
    public WordMap<bool> Schedules { get; }

    /// <summary>What opens the sentence that tells the result of an item.</summary>
    public WordMap<bool> ResultOpeners { get; }

    /// <summary>What opens the clause that tells the result of a plan.</summary>
    public WordMap<bool> ResultStarts { get; }

    /// <summary>What money is called behind its number.</summary>
    public WordMap<bool> MoneyNouns { get; }
    // Where the name of a sum goes over into the way it is given.
    public WordMap<bool> MoneyVerbs { get; }

    /// <summary>Steps before the work a plan speaks of.</summary>
    public WordMap<bool> EarlierSteps { get; }
    // What makes a percentage the limit of a set.
    public WordMap<bool> Limits { get; }

    /// <summary>Whom a sum is for, between its verb and its number: 提高到每人每月609元.</summary>
    public WordMap<bool> PerHead { get; }

    /// <summary>The time of a report between who and what: 热线第二季度共受理.</summary>
    public WordMap<bool> Quarters { get; }

    /// <summary>（今年为: what a bracket sets against what will be.</summary>
    public WordMap<bool> Asides { get; }

    /// <summary>滞后, 慢于时序: how things stand that a plan picks out.</summary>
    public WordMap<bool> Behind { get; }

    /// <summary>How far projects are that a number counts: 31个在建重点项目.</summary>
    public WordMap<bool> States { get; }

    /// <summary>What begins a member of a list that was announced: 其一是.</summary>
    public WordMap<bool> Members { get; }

    /// <summary>Who said it: 住建部表示, 统计数据显示.</summary>
    public WordMap<bool> Sayings { get; }

    /// <summary>Town and country, where both have the same thing: 城镇、农村低保标准.</summary>
    public WordMap<bool> Areas { get; }

    /// <summary>Labels in front of a colon that name no topic.</summary>
    public WordMap<bool> BareLabels { get; }

    /// <summary>What stands behind a quoted task.</summary>
    public WordMap<bool> Tasks { get; }

    /// <summary>Labels of paragraphs of results, and of plans.</summary>
    public WordMap<bool> LabelDone { get; }
    public WordMap<bool> LabelPlanned { get; }

    /// <summary>What an interview says of works of the running year.</summary>
    public WordMap<bool> LooksAhead { get; }

    public WordMap<bool> Surveys { get; }

    public WordMap<bool> OnSchedule { get; }

    public WordMap<bool> TurnsPlanned { get; }

    public WordMap<bool> TurnsDone { get; }

    public WordMap<bool> TurnsAhead { get; }

    public WordMap<bool> TurnLeads { get; }

    /// <summary>1 for growth, -1 for a fall.</summary>
    public WordMap<int> Change { get; }

    /// <summary>How much more or less than before, in the unit of the number itself: 比上年增收8万元.</summary>
    public WordMap<bool> Differences { get; }

    /// <summary>油料、茶叶产量: said once for the whole list.</summary>
    public WordMap<bool> ListTails { get; }

    /// <summary>反映噪音的占比较大: that something is the most, and no part of its name.</summary>
    public WordMap<bool> Most { get; }

    /// <summary>1 for 快, -1 for 慢 behind 比 or 较.</summary>
    public WordMap<int> Compared { get; }
    private static WordMap<bool> Set(Dictionary<string, List<string>> lists, params ReadOnlySpan<string> names)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            words.UnionWith(lists[name]);
        return new WordMap<bool>(words.Select(word => KeyValuePair.Create(word, value: true)));
    }
}
