using System.Globalization;
using System.Text;
using Luoshi.Kernel.Quantities;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>Writes report cards of random plans and results in several wordings, with percentages rounded half up as an honest office prints them.</summary>
internal sealed class CardGenerator(int seed)
{
    private static readonly (string Noun, string Unit)[] Things =
    [
        ("新增普惠托位", "个"), ("改造农村公路", "公里"), ("新建口袋公园", "处"), ("改造老旧小区", "个"), ("新增停车泊位", "个"), ("改造供水管网", "公里"),
        ("加装电梯", "部"), ("建设社区食堂", "家"), ("开展职业技能培训", "人次"), ("改造农村户厕", "户"), ("新建公厕", "座"), ("修缮危旧房屋", "平方米"),
    ];

    private readonly Random random = new(seed);

    /// <summary>Result lines whose percentage was made wrong.</summary>
    public List<string> Planted { get; } = [];

    public string Write(int items, bool plant)
    {
        var text = new StringBuilder("海岳市2024年民生实事上半年进展情况\n\n");
        var things = Things.ToArray();
        random.Shuffle(things);
        var wrong = plant ? random.Next(items) : -1;
        for (var i = 0; i < items; i++)
            Item(text, i + 1, things[i].Noun, things[i].Unit, i == wrong);
        return text.ToString();
    }

    private void Item(StringBuilder text, int number, string noun, string unit, bool wrong)
    {
        var scaled = unit is "人次" or "平方米" && random.Next(2) == 0;
        var decimals = scaled ? random.Next(3) : unit == "公里" ? random.Next(2) : 0;
        var plan = Round(random.Next(20, 900) + (decimal)random.NextDouble(), decimals);
        var truePlan = Blur(plan, decimals, scaled);
        var trueResult = truePlan * (0.15m + ((decimal)random.NextDouble() * 1.2m));
        var result = Math.Max(1, Round(trueResult, decimals));
        // Without 万 and without decimals counts are exact, and what is printed is what was divided.
        if (!scaled && decimals == 0)
            trueResult = result;
        else if (Round(trueResult, decimals) != result)
            trueResult = result;
        var places = random.Next(3);
        var percent = Percent.Of(trueResult, truePlan, places)!.Value.Value;
        if (wrong)
            percent += 7;
        var magnitude = scaled ? "万" : "";
        var done = $"{Number(result)}{magnitude}{unit}";
        if (wrong)
            Planted.Add(done);
        text.Append(Sentence(number, noun, $"{Number(plan)}{magnitude}{unit}", done, Number(percent))).Append('\n');
    }

    private string Sentence(int number, string noun, string plan, string done, string percent) => random.Next(4) switch
    {
        0 => $"{number}.计划{noun}{plan}，已完成{done}，占年度计划的{percent}%。",
        1 => $"{number}.{noun}。年度目标{plan}，实际完成{done}，完成率{percent}%。",
        2 => $"{number}.{noun}方面，年初承诺{noun}{plan}。截至6月底，完成{done}，完成年度任务的{percent}%。",
        _ => $"{number}.今年计划{noun}{plan}。上半年完成{done}，占目标任务的{percent}%。",
    };

    /// <summary>Some true value that prints as the plan: offices divide by what they know, not by what they print.</summary>
    private decimal Blur(decimal printed, int decimals, bool scaled)
    {
        if (!scaled && decimals == 0)
            return printed;
        var step = 1m;
        for (var i = 0; i < decimals; i++)
            step /= 10;
        return printed + (((decimal)random.NextDouble() - 0.5m) * 0.98m * step);
    }

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
