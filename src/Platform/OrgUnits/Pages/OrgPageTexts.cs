namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>Texts of the pages of units, posts and people.</summary>
internal static class OrgPageTexts
{
    public static readonly Words UnitsTitle = new("机构与岗位", "Units and posts");
    public static readonly Words UnitsLead = new("按隶属关系排列。选择日期可以看到那一天的机构设置。", "In their order of subordination. Choose a day to see the units as they were.");
    public static readonly Words Unit = new("单位", "Unit");
    public static readonly Words Division = new("区划代码", "Division code");
    public static readonly Words DivisionHint = new("6、9 或 12 位数字。", "6, 9 or 12 digits.");
    public static readonly Words Credit = new("统一社会信用代码", "Unified social credit code");
    public static readonly Words Validity = new("存续", "In existence");
    public static readonly Words Posts = new("岗位", "Posts");
    public static readonly Words Post = new("岗位", "Post");
    public static readonly Words Holder = new("任职", "Holder");
    public static readonly Words Deputy = new("代理", "Deputy");
    public static readonly Words Below = new("下级单位", "Units below");
    public static readonly Words Above = new("上级单位", "Unit above");
    public static readonly Words AboveHint = new("输入名称选择；最上级单位可不填。", "Type and choose; leave it empty for a unit at the top.");
    public static readonly Words Name = new("名称", "Name");
    public static readonly Words ShortName = new("简称", "Short name");
    public static readonly Words Order = new("排序", "Order");
    public static readonly Words OrderHint = new("同级之间的先后，数字小的在前。", "Place among its siblings; small numbers come first.");
    public static readonly Words NewUnit = new("新设单位", "New unit");
    public static readonly Words Change = new("修改", "Change");
    public static readonly Words ChangeUnit = new("修改单位", "Change the unit");
    public static readonly Words CloseUnit = new("撤销单位", "Close the unit");
    public static readonly Words Close = new("撤销", "Close");
    public static readonly Words CloseLead = new("没有未办结工作、没有下级单位时可以撤销；有工作要交接的请用“合并”或“拆分”。", "For a unit without open work and without units below. Where work goes on, merge or split it.");
    public static readonly Words CloseEnds = new("岗位、任职、代理和授权到最后一天为止，历史保留。", "Its posts, appointments, deputies and roles end with the last day; history stays.");
    public static readonly Words Merge = new("合并", "Merge");
    public static readonly Words MergeTitle = new("合并与交接", "Merge and hand over");
    public static readonly Words MergeLead = new("这个单位和另选的单位在交接日前一天撤销，岗位、授权和未办结的工作交给承接单位。", "This unit and those chosen end on the day before; posts, roles and open work go to the successor.");
    public static readonly Words Split = new("拆分", "Split");
    public static readonly Words SplitTitle = new("拆分与交接", "Split and hand over");
    public static readonly Words SplitLead = new("这个单位在交接日前一天撤销。逐个岗位、逐项工作选择承接单位；未另选的交给主要承接单位。", "This unit ends on the day before. Each post and each piece of work goes where you say; the rest to the main successor.");
    public static readonly Words AlsoEnding = new("一并撤销的单位", "Also ending");
    public static readonly Words AlsoEndingHint = new("每行一个；可不填。", "One a line; may be empty.");
    public static readonly Words Successor = new("承接单位", "Successor");
    public static readonly Words MainSuccessor = new("主要承接单位", "Main successor");
    public static readonly Words SecondSuccessor = new("另一承接单位", "Other successor");
    public static readonly Words ThirdSuccessor = new("第三承接单位（可不填）", "Third successor (optional)");
    public static readonly Words SuccessorHint = new("选择已有单位；要新设的，直接填新名称，并勾选下面一项。", "Choose a unit that exists; for a new one type its name and tick the box below.");
    public static readonly Words MakeNew = new("名称不存在的承接单位一并新设，隶属与本单位相同", "Set up successors that do not exist, under the same unit as this one");
    public static readonly Words On = new("交接日期", "Day of the hand-over");
    public static readonly Words OnHint = new("承接单位从这一天起负责。", "The successor answers from this day on.");
    public static readonly Words OpenWork = new("未办结的工作", "Open work");
    public static readonly Words GoesTo = new("交给", "goes to");
    public static readonly Words Main = new("主要承接单位", "main successor");
    public static readonly Words Second = new("另一承接单位", "other successor");
    public static readonly Words Third = new("第三承接单位", "third successor");
    public static readonly Words CarryOut = new("执行交接", "Carry out");
    public static readonly Words Came = new("承接自", "Took over from");
    public static readonly Words Went = new("已交给", "Went to");
    public static readonly Words NewPost = new("新设岗位", "New post");
    public static readonly Words Title = new("岗位名称", "Title");
    public static readonly Words RenamePost = new("修改岗位名称", "Rename the post");
    public static readonly Words ClosePost = new("撤销岗位", "Close the post");
    public static readonly Words ClosePostEnds = new("任职、代理和授权到最后一天为止。", "Its holder, deputy and roles end with the last day.");
    public static readonly Words Appoint = new("任职", "Appoint");
    public static readonly Words AppointTitle = new("任命", "Appoint somebody");
    public static readonly Words AppointLead = new("一个岗位同一时间只有一人；换人时前任到前一天为止。", "One person holds a post at a time; a successor begins the day after.");
    public static readonly Words Replace = new("现任到前一天为止", "The present holder ends on the day before");
    public static readonly Words NewPerson = new("系统中没有此人，新建人员", "Not known yet: add this person");
    public static readonly Words Person = new("姓名", "Person");
    public static readonly Words PersonHint = new("输入姓名选择；同名的会列出岗位供选择。", "Type and choose; where several have the name, their posts tell them apart.");
    public static readonly Words Phone = new("手机", "Telephone");
    public static readonly Words Email = new("邮箱", "E-mail");
    public static readonly Words EmailHint = new("提醒和通知会发到这里。", "Reminders and notices go there.");
    public static readonly Words Deputise = new("指定代理", "Name a deputy");
    public static readonly Words DeputiseLead = new("任职人外出、休假期间由他人代行；代理人的每一步都记为代理。", "Somebody acts while the holder is away; every step is journalled as a deputy's.");
    public static readonly Words Absence = new("事由", "Reason");
    public static readonly Words AbsenceHint = new("例如出差、病假、学习。", "Such as travel, illness or training.");
    public static readonly Words HoldersTitle = new("任职经过", "Who held it");
    public static readonly Words DeputiesTitle = new("代理", "Deputies");
    public static readonly Words GrantsTitle = new("授权", "Roles");
    public static readonly Words Grant = new("授权", "Grant a role");
    public static readonly Words Withdraw = new("收回", "Take back");
    public static readonly Words Role = new("角色", "Role");
    public static readonly Words Over = new("范围", "Over");
    public static readonly Words OverHint = new("该单位及其全部下级。", "That unit and everything below it.");
    public static readonly Words Save = new("保存", "Save");
    public static readonly Words PeopleTitle = new("人员", "People");
    public static readonly Words PeopleLead = new("人员与岗位分开：换岗、离任都留下起止日期。", "People and posts are apart: every move leaves its days.");
    public static readonly Words EditPerson = new("修改信息", "Edit");
    public static readonly Words Account = new("账号", "Account");
    public static readonly Words OpenAccount = new("开通账号", "Create account");
    public static readonly Words Without = new("只看没有账号的任职人员", "Only people in office without an account");
    public static readonly Words VacantOnly = new("只看有空缺岗位的单位", "Only units with a vacant post");
    public static readonly Words NoPosts = new("还没有岗位", "No posts yet");
    public static readonly Words NoPostsHint = new("岗位承担工作、拥有角色；先设岗位，再任命人员。", "Posts own work and roles; set one up, then appoint somebody.");
    public static readonly Words SeveralPeople = new("有几个人叫这个名字，请选择其中一个。", "Several people have this name; choose one.");
    public static readonly Words UnknownPerson = new("系统中没有此人。若是新人员，请勾选“新建人员”。", "Nobody is known by that name. Tick 'add this person' if they are new.");
    public static readonly Words ImportTitle = new("导入机构与人员", "Import units and people");
    public static readonly Words ImportLead = new("先预览，再导入；有一处错误就全部不存。", "Preview first, then import; with one fault nothing is stored.");
    public static readonly Words ImportHint = new("表头可用：单位、上级单位、简称、区划代码、信用代码、岗位、姓名、手机、邮箱、角色（督查、填报、审批、核查、领导、审计、管理员）。已有的不重复。", "Columns: unit, parent, short name, division, credit code, post, person, phone, email, roles. What exists is left alone.");
    public static readonly Words File = new("表格文件（xlsx、xls、csv）", "Sheet (xlsx, xls, csv)");
    public static readonly Words Preview = new("预览", "Preview");
    public static readonly Words NoFile = new("请选择一个文件。", "Please choose a file.");
    public static readonly Words Faults = new("表中有错误，请按单元格修改后重新上传", "The sheet has faults; correct the cells named and upload it again");
    public static readonly Words Ambiguous = new("有的名称对应几个单位，请选择", "Some names mean several units; choose which");
    public static readonly Words Choose = new("按选择重新核对", "Check again with these");
    public static readonly Words Pick = new("请选择", "Choose");
    public static readonly Words Row = new("行", "Row");
    public static readonly Words New = new("新", "new");
    public static readonly Words Known = new("已有，不变", "known, left alone");
    public static readonly Words Starts = new("从哪天起", "From which day");
    public static readonly Words Store = new("导入", "Import");
    public static readonly Words RoleHint = new("角色跟着岗位走，到期或收回后次日失效。", "A role goes with the post and ends after its last day.");
    public static readonly Words RolesTitle = new("授权一览", "Role grants");
    public static readonly Words RolesLead = new("哪个岗位在哪个范围有什么角色，从哪天到哪天。", "Which post has which role over which units, from when to when.");
    public static readonly Words AllRoles = new("全部角色", "All roles");
    public static readonly Words Ended = new("已结束", "ended");

    public static Words Stored(Import.OrgImportResult result) => new(
        $"已导入：新设单位 {result.Units} 个、岗位 {result.Posts} 个、人员 {result.People} 人、授权 {result.Roles} 项。",
        $"Imported: {result.Units} units, {result.Posts} posts, {result.People} people, {result.Roles} roles.");

    public static Words Ready(int lines) => new($"共 {lines} 行，没有错误，可以导入。", $"{lines} lines without a fault: ready to import.");

    public static Words Hands(int posts, int work) => new($"{posts} 个岗位和 {work} 项未办结的工作将交给承接单位。", $"{posts} post(s) and {work} piece(s) of open work go to the successor.");

    public static Words Span(DateOnly from, DateOnly? until) => new(
        until is { } end ? $"{from:yyyy-MM-dd} 至 {end:yyyy-MM-dd}" : $"{from:yyyy-MM-dd} 起",
        until is { } last ? $"{from:yyyy-MM-dd} to {last:yyyy-MM-dd}" : $"since {from:yyyy-MM-dd}");
}
