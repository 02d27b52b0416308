namespace Luoshi.Platform.Access;

public static class RoleWords
{
    public static Words Words(this Role role) => role switch
    {
        Role.Office => new Words("督查办公室", "inspection office"),
        Role.Reporter => new Words("填报", "reporter"),
        Role.Approver => new Words("审批", "approver"),
        Role.Inspector => new Words("核查", "inspector"),
        Role.Leader => new Words("领导", "leader"),
        Role.Auditor => new Words("审计（只读）", "auditor (read only)"),
        _ => new Words("管理员", "administrator"),
    };

    /// <summary>What the role may do, for whoever grants it.</summary>
    public static Words Explained(this Role role) => role switch
    {
        Role.Office => new Words("建清单、受理退回、认定灯色、发布", "keeps lists, accepts and returns, decides lights, publishes"),
        Role.Reporter => new Words("填报本单位月报", "fills in the unit's reports"),
        Role.Approver => new Words("审批本单位月报，不能审批自己填的", "approves the unit's reports, never their own"),
        Role.Inspector => new Words("实地核查", "checks on site"),
        Role.Leader => new Words("查看分管事项、批示", "sees their items, instructs"),
        Role.Auditor => new Words("查看全部，不能改动", "sees everything, changes nothing"),
        _ => new Words("管机构、岗位、账号和设置，不管数据", "keeps units, posts, accounts and settings, not figures"),
    };
}
