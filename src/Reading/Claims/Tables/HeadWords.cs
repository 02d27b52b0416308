using System.Text;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>What the words over a column or in a title name, without units, times and stages.</summary>
internal static class HeadWords
{
    // 开工率 and 完成比例 are stages of what stands above them, 城镇登记失业率 is a thing of its own.
    private const int LongestStage = 4;

    private static readonly System.Buffers.SearchValues<char> PlaceKinds = System.Buffers.SearchValues.Create("县市区州旗乡镇街道、，,");

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("columns");
    private static readonly WordFinder Cut = new((Words["cut"], 0), (Words["cut.time"], 0));
    private static readonly WordFinder CutTime = new((Words["cut.time"], 0));
    private static readonly WordMap<bool> PlaceHeads = new(Words["place"].Concat(["镇", "县", "区", "市", "单位", "部门", "园区", "村", "经济区", "开发区", "功能区", "高新区"]).Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordMap<bool> LevelVerbs = new(Words["levels"].Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordFinder CaptionCut = new((Words["caption.cut"], 0));

    /// <summary>The thing a column counts: 户厕改造（户） / 完成数 → 户厕改造; 上半年投入（万元） → 投入; 按期办结率（%） stays.</summary>
    public static string ThingOf(ColumnHead head)
    {
        var thing = new StringBuilder();
        for (var i = 0; i < head.Path.Count; i++)
        {
            var words = WithoutUnit(head.Path[i]);
            // A rate is named by its whole head, and so is the thing under a stage (新开工数).
            // 占年任务之比: all of it says of what the percentage is.
            if (head.Role == ColumnRole.OfPlan && words.StartsWith('占'))
                continue;
            // 7月进展情况 / 完成投资, 建设进度 / 已完成: over several columns it names none of them.
            if (i < head.Path.Count - 1 && (ColumnHead.RoleOfWords(words) == ColumnRole.Text || words.EndsWith("情况", StringComparison.Ordinal) || words.EndsWith("进度", StringComparison.Ordinal) || words.EndsWith("进展", StringComparison.Ordinal)))
                continue;
            // 就业促进工程 / 新增就业（人）: the programme over several things names none of them.
            if (i < head.Path.Count - 1 && words.EndsWith("工程", StringComparison.Ordinal) && !HeadUnit.TryFind(head.Path[i], out _, out _, out _) && HeadUnit.TryFind(head.Path[i + 1], out _, out var unit, out _) && (unit > LongestStage || !ColumnHead.IsStage(head.Path[i + 1])))
                continue;
            // 就业创业 / 城镇新增就业（人） / 年度任务: nor does the domain over several of them.
            if (i + 2 < head.Path.Count && !HeadUnit.TryFind(head.Path[i], out _, out _, out _) && HeadUnit.TryFind(head.Path[i + 1], out _, out var counted, out _) && counted >= LongestStage && !ColumnHead.IsStage(head.Path[i + 1]))
                continue;
            // 在建住房 / 户数(户): how many there are of what stands above.
            if (i > 0 && i == head.Path.Count - 1 && thing.Length > 2 && words.Length == 2 && words[1] == '数')
                continue;
            // 案件总数 / 热线 / 按时办结: the sum over its parts names none of them.
            if (i < head.Path.Count - 1 && words.Length > 2 && words[^2] == '总' && words[^1] is '数' or '量' or '计' && !TotalRow.Names(head.Path[i + 1]))
                continue;
            var part = head.Role == ColumnRole.Rate && i == head.Path.Count - 1 ? WithoutTime(words) : Bare(words, Cut);
            if (part.Length > 0 && head.Role is ColumnRole.Plan or ColumnRole.Actual or ColumnRole.Value)
                part = Bare(words, CutTime);
            // 旧楼加梯 / 已开工
            if (thing.Length > 0 && part.Length > 2 && part[0] == '已')
                part = part[1..];
            if (part.Length > 0 && !Holds(thing, part))
                thing.Append(part);
        }

        return thing.ToString();
    }

    /// <summary>What a title or caption is about: 海岳市2024年城市更新实事半年成绩单 → 城市更新.</summary>
    public static string ThingOfCaption(string caption)
    {
        var text = caption.AsSpan().Trim(" \u3000\t|｜");
        if (Captions.LeadsTo(text))
            return ThingOfLead(text);
        // …台账公示 / 公示单位：县发展改革局: the line below a title that tells of its publication.
        if (text.IndexOfAny('\r', '\n') is > 3 and var line && text[line..].IndexOfAny(':', '：') >= 0)
            text = text[..line];
        // 公示单位：县发展改革局　公示期：7月11日至17日: so is one that tells of nothing else.
        if (text.IndexOfAny(':', '：') is >= 0 and var first && text[(first + 1)..].IndexOfAny(':', '：') >= 0 && text.IndexOf("单位", StringComparison.Ordinal) < 4)
            return "";
        // 现将办理情况通报如下: a sentence is no title.
        if (text.Length > 0 && text[^1] is ':' or '：' or '。' or '；' or ';')
            return "";
        // …完成情况   单位：亿元、%
        if (text.LastIndexOf("单位", StringComparison.Ordinal) is > 1 and var unit && unit + 2 < text.Length && text[unit + 2] is ':' or '：' && text[unit - 1] is ' ' or '\u3000')
            text = text[..unit].TrimEnd();
        text = BehindPlaces(text);
        // 导读:2023年老旧小区改造进展
        if (text.IndexOfAny(':', '：') is var colon and > 0 and < 5)
            text = text[(colon + 1)..].Trim();
        if (PlaceName.Find(text) is { } place && text.IndexOf(place) is var at && at >= 0)
            text = string.Concat(text[..at], text[(at + place.Length)..]);
        var number = PrintedNumber.Read(text);
        if (number.IsNumbered)
            text = text[number.BodyStart..];
        return WithoutEach(Bare(WithoutTableNumber(WithoutBrackets(text.ToString())), CaptionCut));
    }

    /// <summary>9个乡镇供水类来信按时答复情况如下：of what the table tells, without the step and the places that have rows of their own.</summary>
    private static string ThingOfLead(ReadOnlySpan<char> lead)
    {
        lead = lead.TrimEnd(":：。")[..^4];
        lead = lead[(lead.LastIndexOfAny("，,、；;") + 1)..];
        var start = lead.IndexOfAnyExceptInRange('0', '9');
        if (start < 0)
            return "";
        lead = lead[start..].TrimStart("个各");
        lead = lead[PlaceHeads.AtStart(lead)..];
        var step = ClaimWords.Shared.Verb.AtEnd(lead);
        lead = lead[..^step];
        if (lead.EndsWith("按期", StringComparison.Ordinal) || lead.EndsWith("按时", StringComparison.Ordinal))
            lead = lead[..^2];
        return lead.Length is > 2 and < 16 ? lead.ToString() : "";
    }

    /// <summary>A row's name that says only how far things are: 年度计划, 累计完成.</summary>
    public static bool IsBareStage(string label) => Bare(Bare(label, CutTime), Cut).Length == 0;

    /// <summary>The name of a row: without numbering, brackets and quotation marks.</summary>
    public static string NameOf(ReadOnlySpan<char> cell)
    {
        var number = PrintedNumber.Read(cell);
        if (number.IsNumbered)
            cell = cell[number.BodyStart..];
        if (cell.StartsWith("其中", StringComparison.Ordinal))
            cell = cell[2..].TrimStart(":：");
        var name = WithoutBrackets(cell.ToString(), inside: true);
        return WithoutCounts(name).Trim('“', '”', '"', '#', '*', '、', '，', ',', '。', ':', '：', ' ', '\u3000').Replace("\u3000", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>The head without the bracket that gives its unit.</summary>
    public static string WithoutUnit(string head)
    {
        if (HeadUnit.TryFind(head, out _, out var open, out var close))
            head = head[..open] + head[close..];
        return head.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
    }

    /// <summary>新建公厕30座 names 新建公厕; its count is the row's target.</summary>
    private static string WithoutCounts(string name)
    {
        if (name.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return name;
        name = name.TrimEnd('。', ' ');
        var figures = new List<Figure>();
        FigureScanner.Scan(name, 0, name.Length, figures);
        // 漏损率降到9%以下: the level it is to come to is the row's target.
        if (figures is [{ Unit.IsRatio: true } level] && LevelVerbs.AtEnd(name.AsSpan(0, level.From)) is var verb and > 0 && level.From - verb > 1)
            return name[..(level.From - verb)];
        for (var i = figures.Count - 1; i >= 0; i--)
        {
            // A size inside a name (10千伏线路) stays; one at its end (建设农村路55公里) is the target.
            // 滨1路, 新区3号线: what would be left of it is no name.
            if (figures[i].Unit.Name is "路" && figures[i].To == name.Length)
                continue;
            if ((figures[i].Unit.Counts || (figures[i].To == name.Length && !name.EndsWith("以下", StringComparison.Ordinal))) && figures[i].To - figures[i].From < name.Length)
                name = name.Remove(figures[i].From, figures[i].To - figures[i].From);
        }

        return name;
    }

    /// <param name="inside">Brackets inside a word stay: 改(新)建, 水泥(沥青)路.</param>
    private static string WithoutBrackets(string text, bool inside = false)
    {
        for (var open = text.IndexOfAny(['(', '（', '【']); open >= 0; open = open < text.Length ? text.IndexOfAny(['(', '（', '【'], open) : -1)
        {
            var end = text.IndexOfAny([')', '）', '】'], open);
            // 县（市、区）: the other names of such a place belong to it.
            if (inside && open > 0 && end > open && text[open - 1] is '县' or '市' or '区' or '旗' or '乡' && text.AsSpan(open + 1, end - open - 1).IndexOfAnyExcept(PlaceKinds) < 0)
                open = end + 1;
            else if (inside && open > 0 && end - open is 2 or 3 && end + 1 < text.Length && char.IsLetter(text[end + 1]) && char.IsLetter(text[open + 1]))
                open = end + 1;
            else
                text = end < 0 ? text[..open] : text[..open] + text[(end + 1)..];
        }

        return text;
    }

    private static string WithoutTableNumber(string text)
    {
        var at = text.StartsWith("附表", StringComparison.Ordinal) ? 2 : text.StartsWith('表') ? 1 : 0;
        if (at == 0 || HanCount.Read(text.AsSpan(at), out var length) == 0)
            return text;
        return text[(at + length)..].TrimStart(' ', '\u3000', ':', '：', '.', '、');
    }

    // 区县、开发区分布情况: the places have rows of their own.
    private static ReadOnlySpan<char> BehindPlaces(ReadOnlySpan<char> caption)
    {
        var at = caption.Length > 0 && caption[0] is '各' or '分' ? 1 : 0;
        var places = 0;
        while (PlaceHeads.AtStart(caption[at..]) is var length && length > 0)
        {
            places++;
            at += length;
            if (at >= caption.Length || caption[at] is not ('、' or '和' or '及' or '与'))
                break;
            at++;
        }

        return places > 1 ? caption[at..] : caption;
    }

    // 各街道老旧小区改造, 分区县…, 全省…: each place has a row or a column of its own.
    private static string WithoutEach(string caption)
    {
        if (caption.Length < 4 || caption[0] is not ('各' or '分' or '全'))
            return caption;
        if (caption[0] == '全')
            return caption[1] is '国' or '省' or '市' or '县' or '区' or '州' ? caption[2..] : caption;
        var length = PlaceHeads.AtStart(caption.AsSpan(1));
        return length > 0 ? caption[(length + 1)..].TrimStart('、') : caption;
    }

    private static string WithoutTime(string words) => Bare(words, null);

    /// <summary>Leaves out times and the finder's words, keeps the rest in order.</summary>
    private static string Bare(string words, WordFinder? cut)
    {
        var kept = new StringBuilder();
        for (var at = 0; at < words.Length;)
        {
            var skip = SpokenTime.LengthAt(words, at);
            if (skip == 0 && cut?.At(words, at, out _) is { } word)
                skip = word.Length;
            if (skip == 0 && words[at] is '(' or '（' && InsideWord(words, at) is var inside and > 0)
            {
                kept.Append(words, at, inside);
                at += inside;
                continue;
            }

            if (skip == 0 && (Lines.IsBlank(words[at]) || words[at] is '(' or ')' or '（' or '）' or '%' or '/' or ':' or '：' or '-' or '—'))
                skip = 1;
            if (skip == 0)
                kept.Append(words[at]);
            at += Math.Max(skip, 1);
            // 2023年度: the rest of the word goes with the year.
            if (skip > 0 && words[at - 1] == '年' && at < words.Length && words[at] == '度')
                at++;
        }

        // 完成数 cut out of 工程数完成数 may leave a lone 数.
        var left = kept.ToString();
        return left is "数" or "率" or "量" or "额" or "值" or "的" or "为" ? "" : left;
    }

    // 投(筹)资, 改（新）建: a bracket inside a word belongs to it.
    private static int InsideWord(string words, int open) =>
        open > 0 && open + 3 < words.Length && words[open + 2] is ')' or '）' && char.IsLetter(words[open - 1]) && char.IsLetter(words[open + 1]) && char.IsLetter(words[open + 3]) ? 3 : 0;

    private static bool Holds(StringBuilder thing, string part) => thing.ToString().Contains(part, StringComparison.Ordinal);
}
