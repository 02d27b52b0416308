using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>The audit divides and multiplies whatever stands in a text; nothing a text holds may make it throw.</summary>
public class HostileNumbersTests
{
    private static readonly string[] Numbers =
        ["0", "0.0", "0.0000000000001", "1", "33", "100", "99999999999999999999999999", "79228162514264337593543950335", "12345678.901234567890123", "1e9", "-5", "3-5", "1/0", "0/0", "零分之一", "九千九百九十九万亿"];

    [Theory]
    [InlineData("计划改造公厕{0}座，已改造{1}座，占年度计划的{2}%。")]
    [InlineData("投入资金{0}亿元，其中市级{1}亿元、区级{2}亿元，市级占{1}%。")]
    [InlineData("由每月{0}元提高到{1}元，增长{2}%，增加{0}元。")]
    [InlineData("产值突破{0}万亿元，达到建区时{1}万亿元的{2}倍。")]
    [InlineData("抽查{0}户，合格{1}户，合格率{2}%，不合格的{0}户已返工，户均补助{1}元。")]
    [InlineData("{0}个项目加快建设，开工率达到{2}%，快于时序进度{1}个百分点。")]
    public void No_number_makes_the_audit_throw(string sentence)
    {
        foreach (var first in Numbers)
        {
            foreach (var second in Numbers)
            {
                var text = string.Format(sentence, first, second, Numbers[(first.Length + second.Length) % Numbers.Length]);
                var reading = LuoshiReader.Read(Encoding.UTF8.GetBytes("2024年上半年\n1." + text), "hostile.txt").Value;
                foreach (var finding in Auditor.Audit(reading))
                {
                    finding.Chinese.ShouldNotBeEmpty();
                    finding.Claims.ShouldAllBe(claim => claim >= 0 && claim < reading.Claims.Count);
                    finding.Subject.ShouldBeInRange(0, reading.Claims.Count - 1);
                }
            }
        }
    }

    [Theory]
    [InlineData("项目\t改厕（户）\t改水（户）\n目标\t完成\t完成率\t目标\t完成\t完成率\n甲\t{0}\t{1}\t50%\t{1}\t{0}\t50%\n乙\t{0}\t{1}\t50%\t{1}\t{0}\t50%\n丙\t{0}\t{1}\t50%\t{1}\t{0}\t50%\n")]
    [InlineData("区县\n\n改厕（户）\n改水（户）\n\n目标\n完成\n完成率\n目标\n完成\n完成率\n\n甲镇\n{0}\n{1}\n50%\n{1}\n{0}\n60%\n\n乙镇\n{0}\n{1}\n50%\n{1}\n{0}\n60%\n")]
    [InlineData("区县\n改厕（户）\n改水（户）\n目标\n完成\n完成率\n目标\n完成\n完成率\n甲镇\n{0}\n{1}\n50%\n{1}\n{0}\n60%\n乙镇\n{0}\n{1}\n50%\n{1}\n{0}\n")]
    public void No_number_in_a_cell_makes_the_search_for_heads_throw(string table)
    {
        string[] cells = [.. Numbers, "0.00000000001", "9,999,999,999,999,999", "99999999999亿"];
        foreach (var first in cells)
        {
            foreach (var second in cells)
            {
                var reading = LuoshiReader.Read(Encoding.UTF8.GetBytes(string.Format(table, first, second)), "hostile.txt").Value;
                Auditor.Audit(reading).ShouldAllBe(finding => finding.Subject < reading.Claims.Count);
            }
        }
    }
}
