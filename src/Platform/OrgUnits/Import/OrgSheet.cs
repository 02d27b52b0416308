using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Places;
using Luoshi.Platform.Access;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>A fault at one cell, named as spreadsheets name it.</summary>
public sealed record CellFault(string Cell, string Chinese, string English);

/// <summary>One line of the sheet: a unit and, when given, a post in it, its holder and the roles the post has on the unit.</summary>
public sealed record OrgLine
{
    public required int Row { get; init; }

    public required string Unit { get; init; }

    public string Parent { get; init; } = "";

    public string ShortName { get; init; } = "";

    public DivisionCode? Division { get; init; }

    public CreditCode? CreditCode { get; init; }

    public string Post { get; init; } = "";

    public string Person { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public IReadOnlyList<Role> Roles { get; init; } = [];
}

/// <summary>The sheet as understood; nothing has been stored yet.</summary>
public sealed record OrgSheet(IReadOnlyList<OrgLine> Lines, IReadOnlyList<CellFault> Faults)
{
    /// <summary>Line by line, what an import would add.</summary>
    public IReadOnlyList<OrgPreviewLine> Preview { get; init; } = [];

    /// <summary>Names that mean several units, with the units they may mean.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UnitLabel>> Ambiguous { get; init; } = new Dictionary<string, IReadOnlyList<UnitLabel>>(StringComparer.Ordinal);

    /// <summary>What was chosen for such names.</summary>
    public IReadOnlyDictionary<string, Guid> Choices { get; init; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Headers = new(StringComparer.Ordinal)
    {
        ["unit"] = ["单位", "单位名称", "unit"],
        ["parent"] = ["上级", "上级单位", "parent"],
        ["short"] = ["简称", "short name"],
        ["division"] = ["区划代码", "行政区划代码", "division"],
        ["credit"] = ["信用代码", "统一社会信用代码", "credit code"],
        ["post"] = ["岗位", "职务", "post"],
        ["person"] = ["姓名", "人员", "person"],
        ["phone"] = ["手机", "电话", "phone"],
        ["email"] = ["邮箱", "电子邮箱", "email"],
        ["roles"] = ["角色", "roles"],
    };

    private static readonly Dictionary<string, Role> RoleNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["督查"] = Role.Office, ["督查室"] = Role.Office, ["填报"] = Role.Reporter, ["审批"] = Role.Approver, ["核查"] = Role.Inspector,
        ["领导"] = Role.Leader, ["审计"] = Role.Auditor, ["管理员"] = Role.Administrator,
        ["office"] = Role.Office, ["reporter"] = Role.Reporter, ["approver"] = Role.Approver, ["inspector"] = Role.Inspector,
        ["leader"] = Role.Leader, ["auditor"] = Role.Auditor, ["administrator"] = Role.Administrator,
    };

    private static readonly Refusal NoHeader = new(
        "org.sheet_header",
        "没有找到表头。请保留一行表头，其中至少有“单位”一列；可用：单位、上级单位、简称、区划代码、信用代码、岗位、姓名、手机、邮箱、角色。",
        "No header row was found. Keep one with at least the column 'unit'; known: unit, parent, short name, division, credit code, post, person, phone, email, roles.");

    internal static Outcome<OrgSheet> Read(byte[] content, string fileName)
    {
        if (!SheetReader.Read(content, fileName).TryGet(out var rows, out var refusal))
            return refusal;
        // Official sheets carry a title over the header, so the header is looked for, not assumed.
        var header = rows.Take(10).ToList().FindIndex(row => row.Any(cell => Headers["unit"].Contains(cell, StringComparer.OrdinalIgnoreCase)));
        if (header < 0)
            return NoHeader;
        var columns = Headers.ToDictionary(known => known.Key, known => Array.FindIndex(rows[header], cell => known.Value.Contains(cell, StringComparer.OrdinalIgnoreCase)), StringComparer.Ordinal);
        var (lines, faults) = (new List<OrgLine>(), new List<CellFault>());
        for (var i = header + 1; i < rows.Count; i++)
        {
            if (Array.TrueForAll(rows[i], cell => cell.Length == 0))
                continue;
            lines.Add(new SheetLine(rows[i], i + 1, columns, faults).Read());
        }

        return new OrgSheet(lines, faults);
    }

    private sealed class SheetLine(string[] cells, int row, Dictionary<string, int> columns, List<CellFault> faults)
    {
        public OrgLine Read()
        {
            if (Text("unit").Length == 0)
                Fault("unit", "请填写单位名称", "fill in the unit");
            if (Text("person").Length > 0 && Text("post").Length == 0)
                Fault("post", "填了姓名就要填岗位", "a person needs a post");
            if (Text("roles").Length > 0 && Text("post").Length == 0)
                Fault("post", "填了角色就要填岗位", "a role needs a post");
            Limit("unit", OrgUnit.MaxName);
            Limit("post", OrgUnits.Post.MaxTitle);
            Limit("person", OrgUnits.Person.MaxName);
            return new OrgLine
            {
                Row = row,
                Unit = Text("unit"),
                Parent = Text("parent"),
                ShortName = Text("short"),
                Division = Division(),
                CreditCode = Credit(),
                Post = Text("post"),
                Person = Text("person"),
                Phone = Text("phone"),
                Email = Text("email"),
                Roles = Roles(),
            };
        }

        private DivisionCode? Division()
        {
            if (Text("division") is not { Length: > 0 } text)
                return null;
            if (DivisionCode.TryParse(text, out var code))
                return code;
            Fault("division", "区划代码应为 6、9 或 12 位数字", "a division code has 6, 9 or 12 digits");
            return null;
        }

        private CreditCode? Credit()
        {
            if (Text("credit") is not { Length: > 0 } text)
                return null;
            if (CreditCode.TryParse(text, out var code))
                return code;
            Fault("credit", "信用代码应为 18 位且校验位正确", "a credit code has 18 characters with a right check character");
            return null;
        }

        private List<Role> Roles()
        {
            var roles = new List<Role>();
            foreach (var word in Text("roles").Split(['、', ',', '，', ';', '；', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (RoleNames.TryGetValue(word, out var role))
                    roles.Add(role);
                else
                    Fault("roles", $"不认识角色“{word}”，可用：督查、填报、审批、核查、领导、审计、管理员", $"unknown role '{word}'");
            }

            return roles;
        }

        private string Text(string column) => columns[column] is >= 0 and var index && index < cells.Length ? cells[index] : "";

        private void Limit(string column, int most)
        {
            if (Text(column).Length > most)
                Fault(column, $"最多 {most} 个字", $"at most {most} characters");
        }

        private void Fault(string column, string chinese, string english) => faults.Add(new CellFault(Cell(columns[column]), chinese, english));

        private string Cell(int column) => (column < 0 ? "" : Letters(column)) + row.ToString(CultureInfo.InvariantCulture);

        private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
    }
}
