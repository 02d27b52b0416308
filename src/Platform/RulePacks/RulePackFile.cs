using System.Globalization;
using System.Text.Json;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Places;
using Luoshi.Kernel.Rules;

namespace Luoshi.Platform.RulePacks;

/// <summary>Reads a rule pack file. Every fault is found in one go and names its place, so that the file can be corrected at once.</summary>
internal sealed class RulePackFile
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly List<(string Where, string Chinese, string English)> faults = [];

    public static Outcome<RulePack> Read(string json, string source)
    {
        try
        {
            using var file = JsonDocument.Parse(json, Commented);
            var reader = new RulePackFile();
            var pack = reader.Pack(new Node(file.RootElement, "", reader));
            return reader.faults.Count == 0 ? pack : reader.Refuse(source);
        }
        catch (JsonException broken)
        {
            return new Refusal("rules.broken", $"规则文件 {source} 不是有效的 JSON（第 {broken.LineNumber + 1} 行）。", $"The rule file {source} is no valid JSON (line {broken.LineNumber + 1}).", source);
        }
    }

    private RulePack Pack(Node root)
    {
        root.OnlyHas("id", "edition", "title", "basis", "division", "from", "until", "assessment", "reporting", "checks", "escalation", "levels", "progress", "lights");
        var pack = new RulePack
        {
            Id = root["id"].Text(),
            Edition = root["edition"].Text(),
            Title = root["title"].Words(),
            Basis = root["basis"].Words(),
            Division = root["division"].Division(),
            From = root["from"].Day(),
            Until = root["until"].IsAbsent ? null : root["until"].Day(),
            Assessment = Assessment(root["assessment"]),
            Reporting = Reporting(root["reporting"]),
            Checks = root["checks"].IsAbsent ? new CheckRule() : Checks(root["checks"]),
            Escalation = root["escalation"].IsAbsent ? [] : Escalation(root["escalation"]),
            Levels = [.. root["levels"].Items(least: 1).Select(level => level.Words())],
            ProgressWords = root["progress"].Table(RuleCodes.Progress, node => node.Words()),
            Lights = root["lights"].Table(RuleCodes.Lights, node => new LightLook(node.Words(), node["colour"].OneOf(RuleCodes.Colours))),
        };
        if (pack.Until < pack.From)
            Fault("until", "失效日期早于生效日期", "the end lies before the start");
        return pack;
    }

    private AssessmentRule Assessment(Node node)
    {
        node.OnlyHas("curve", "interpolate", "measure", "bands", "milestoneAlarmDays", "aboutPercent", "metBy", "unreported", "percentDecimals");
        return new AssessmentRule
        {
            Curve = Curve(node["curve"]),
            Interpolate = node["interpolate"].Flag(),
            Measure = node["measure"].OneOf(["points", "of_due"]) == "of_due" ? BandMeasure.OfDue : BandMeasure.Points,
            Bands = Bands(node["bands"]),
            MilestoneAlarmDays = node["milestoneAlarmDays"].Whole(0, 366),
            AboutPercent = node["aboutPercent"].Number(0, 50),
            MetByWorkingPlan = node["metBy"].OneOf(["promise", "working_plan"]) == "working_plan",
            Unreported = node["unreported"].OneOf(RuleCodes.Lights),
            PercentDecimals = node["percentDecimals"].Whole(0, 4),
        };
    }

    private List<CurvePoint> Curve(Node node)
    {
        // The same share each month, without writing a twelfth as a decimal fraction.
        if (!node["evenMonths"].IsAbsent && node["evenMonths"].Whole(1, 120) is var months)
            return [.. Enumerable.Range(1, months).Select(month => new CurvePoint(month, (decimal)month / months))];
        var points = node.Items(least: 1).Select(point => new CurvePoint(point["month"].Whole(1, 120), point["share"].Number(0, 10))).ToList();
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].Month <= points[i - 1].Month || points[i].Share < points[i - 1].Share)
                Fault($"{node.Path}[{i}]", "月份应递增，累计比例不应减少", "months must rise and shares must not fall");
        }

        return points;
    }

    private List<BandRule> Bands(Node node)
    {
        var bands = node.Items(least: 1).Select(band => new BandRule(
            band["atLeast"].IsAbsent ? null : band["atLeast"].Number(-1000, 100_000),
            !band["aboveOnly"].IsAbsent && band["aboveOnly"].Flag(),
            band["progress"].OneOf(RuleCodes.Progress),
            band["light"].OneOf(RuleCodes.Lights))).ToList();
        for (var i = 0; i < bands.Count; i++)
        {
            var last = i == bands.Count - 1;
            if (last != bands[i].AtLeast is null || (!last && i > 0 && bands[i].AtLeast >= bands[i - 1].AtLeast))
                Fault($"{node.Path}[{i}]", "档位应由高到低，且只有最后一档没有下限", "bands go from high to low, and only the last has no lower end");
        }

        return bands;
    }

    private List<EscalationStep> Escalation(Node node)
    {
        var steps = node.Items(least: 1).Select(step =>
        {
            step.OnlyHas("behind", "alarmOnly", "step", "tell");
            return new EscalationStep(
                step["behind"].Whole(1, 24),
                !step["alarmOnly"].IsAbsent && step["alarmOnly"].Flag(),
                step["step"].Words(),
                [.. step["tell"].Items(least: 1).Select(to => Enum.Parse<EscalationTo>(to.OneOf(["unit", "leader", "office"]), ignoreCase: true))]);
        }).ToList();
        for (var i = 1; i < steps.Count; i++)
        {
            if (steps[i].Behind <= steps[i - 1].Behind)
                Fault($"{node.Path}[{i}]", "期数应递增", "the numbers of periods must rise");
        }

        return steps;
    }

    private static ReportingRule Reporting(Node node)
    {
        node.OnlyHas("cadence", "cutOffDay", "roll", "remindDaysBefore", "lockWorkdaysAfter");
        var cadence = node["cadence"].OneOf(["weekly", "fortnightly", "monthly", "quarterly"]) switch
        {
            "weekly" => Cadence.Weekly,
            "fortnightly" => Cadence.Fortnightly,
            "quarterly" => Cadence.Quarterly,
            _ => Cadence.Monthly,
        };
        return new ReportingRule
        {
            Cadence = cadence,
            CutOffDay = node["cutOffDay"].Whole(1, cadence is Cadence.Weekly or Cadence.Fortnightly ? 7 : 31),
            Roll = node["roll"].OneOf(["none", "previous_workday", "next_workday"]) switch
            {
                "previous_workday" => CutOffRoll.PreviousWorkday,
                "next_workday" => CutOffRoll.NextWorkday,
                _ => CutOffRoll.None,
            },
            RemindDaysBefore = [.. node["remindDaysBefore"].Items(least: 0).Select(day => day.Whole(0, 60))],
            LockWorkdaysAfter = node["lockWorkdaysAfter"].Whole(0, 60),
        };
    }

    private static CheckRule Checks(Node node)
    {
        node.OnlyHas("overLast", "overTarget", "overMonthPlan");
        return new CheckRule
        {
            OverLast = node["overLast"].Number(1, 1000),
            OverTarget = node["overTarget"].Number(1, 1000),
            OverMonthPlan = node["overMonthPlan"].Number(1, 1000),
        };
    }

    private void Fault(string where, string chinese, string english) => faults.Add((where, chinese, english));

    private Refusal Refuse(string source) => new(
        "rules.faults",
        $"规则文件 {source} 有 {faults.Count} 处错误：{string.Join("；", faults.Select(f => $"{f.Where} {f.Chinese}"))}。",
        $"The rule file {source} has {faults.Count} fault(s): {string.Join("; ", faults.Select(f => $"{f.Where}: {f.English}"))}.",
        source);

    /// <summary>A place in the file that may be missing; asking it for a value notes a fault instead of throwing.</summary>
    private readonly struct Node(JsonElement? element, string path, RulePackFile file)
    {
        public string Path => path;

        public bool IsAbsent => element is null or { ValueKind: JsonValueKind.Null };

        public Node this[string name] =>
            new(element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var found) ? found : null, path.Length == 0 ? name : $"{path}.{name}", file);

        /// <summary>A misspelt name would otherwise be silently left out.</summary>
        public void OnlyHas(params ReadOnlySpan<string> names)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent)
                return;
            foreach (var property in parent.EnumerateObject())
            {
                if (!names.Contains(property.Name))
                    file.Fault(this[property.Name].Path, "不认识的名称，是否拼错", "unknown name, perhaps misspelt");
            }
        }

        public string Text()
        {
            if (element is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text)
                return text;
            file.Fault(path, "请填写文字", "a text is needed");
            return "";
        }

        public Words Words() => new(this["zh"].Text(), this["en"].Text());

        public string OneOf(IReadOnlyList<string> known)
        {
            if (element is { ValueKind: JsonValueKind.String } value && known.Contains(value.GetString(), StringComparer.Ordinal))
                return value.GetString()!;
            file.Fault(path, $"应为以下之一：{string.Join("、", known)}", $"must be one of {string.Join(", ", known)}");
            return known[0];
        }

        public bool Flag()
        {
            if (element is { ValueKind: JsonValueKind.True or JsonValueKind.False } value)
                return value.GetBoolean();
            file.Fault(path, "应为 true 或 false", "must be true or false");
            return false;
        }

        public decimal Number(decimal least, decimal most)
        {
            if (element is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && number >= least && number <= most)
                return number;
            file.Fault(path, $"应为 {least} 至 {most} 的数", $"must be a number from {least} to {most}");
            return least;
        }

        public int Whole(int least, int most)
        {
            if (element is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least && number <= most)
                return number;
            file.Fault(path, $"应为 {least} 至 {most} 的整数", $"must be a whole number from {least} to {most}");
            return least;
        }

        public DateOnly Day()
        {
            if (element is { ValueKind: JsonValueKind.String } value && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            file.Fault(path, "应为日期，如 2026-01-01", "must be a day such as 2026-01-01");
            return DateOnly.MinValue;
        }

        public DivisionCode Division()
        {
            if (element is { ValueKind: JsonValueKind.String } value && DivisionCode.TryParse(value.GetString(), out var code))
                return code;
            file.Fault(path, "应为行政区划代码，如 990100", "must be a division code such as 990100");
            return default;
        }

        public IReadOnlyList<Node> Items(int least)
        {
            if (element is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() < least)
            {
                file.Fault(path, $"应为至少 {least} 项的列表", $"must be a list of at least {least}");
                return [];
            }

            var (owner, here) = (file, path);
            return [.. list.EnumerateArray().Select((item, index) => new Node(item, $"{here}[{index}]", owner))];
        }

        /// <summary>One entry for each code, no more and no fewer.</summary>
        public IReadOnlyDictionary<string, T> Table<T>(IReadOnlyList<string> codes, Func<Node, T> read)
        {
            OnlyHas([.. codes]);
            var table = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var code in codes)
                table[code] = read(this[code]);
            return table;
        }
    }
}
