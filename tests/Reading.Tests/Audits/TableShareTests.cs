using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>What kinds have of a whole implies no plan.</summary>
public sealed class TableShareTests
{
    [Fact]
    public void A_column_of_shares_makes_no_rows_of_a_report_card()
    {
        const string text = "海岳市12345热线2024年5月转派情况\n责任单位 | 转派工单 | 占比 | 同比\n县区 | 6420 | 79.06% | 9.36%\n市直单位 | 1700 | 20.94% | -2.18%\n总计 | 8120 | 100% | 6.74%";

        var findings = LuoshiReader.Audit([LuoshiReader.Read(Encoding.UTF8.GetBytes(text), "table.txt").Value])[0];

        findings.ShouldNotContain(finding => finding.Relation == Relation.OfPlan);
    }
}
