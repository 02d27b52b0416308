namespace Luoshi.Reading.Claims;

/// <summary>What rules look for in the words at a number; one bit for each kind of character that such a thing cannot do without.</summary>
/// <remarks>A set bit says no more than that it is worth looking; a bit that is not set says that the rule does not apply.</remarks>
[Flags]
internal enum Sign : ulong
{
    None = 0,

    /// <summary>的</summary>
    Of = 1UL << 0,

    /// <summary>等</summary>
    Such = 1UL << 1,

    /// <summary>A character that was lost.</summary>
    Lost = 1UL << 2,

    /// <summary>A mark that parts clauses, 、 not among them.</summary>
    Clause = 1UL << 3,

    /// <summary>比, 较</summary>
    Compare = 1UL << 4,

    /// <summary>是, 为, 在: what may introduce a name.</summary>
    Introduce = 1UL << 5,

    /// <summary>区, 县: what the names of places end with.</summary>
    Place = 1UL << 6,

    /// <summary>局, 公司: what the names of bodies end with.</summary>
    Body = 1UL << 7,

    /// <summary>共, 已, a digit: what may part a subject from its act.</summary>
    Inner = 1UL << 8,

    /// <summary>财政</summary>
    Purse = 1UL << 9,

    /// <summary>正在</summary>
    Now = 1UL << 10,

    /// <summary>向</summary>
    Toward = 1UL << 12,

    /// <summary>计划</summary>
    Plan = 1UL << 13,

    /// <summary>月</summary>
    Month = 1UL << 14,

    /// <summary>A blank or mark that no name keeps.</summary>
    Dressing = 1UL << 15,

    /// <summary>应</summary>
    Due = 1UL << 16,

    /// <summary>完成</summary>
    Complete = 1UL << 17,

    /// <summary>中</summary>
    Among = 1UL << 18,

    /// <summary>到, 至, 为: in front of the second end of a way.</summary>
    To = 1UL << 19,

    /// <summary>其中, 包括</summary>
    Part = 1UL << 20,

    /// <summary>其余, 其他: what is left.</summary>
    Rest = 1UL << 21,

    /// <summary>满意: a grade.</summary>
    Grade = 1UL << 22,

    /// <summary>涉及</summary>
    Involve = 1UL << 23,

    /// <summary>共, 有, 计</summary>
    Total = 1UL << 24,

    /// <summary>这, 上述, 以上</summary>
    These = 1UL << 25,

    /// <summary>列入</summary>
    Listed = 1UL << 26,

    /// <summary>、</summary>
    List = 1UL << 27,

    /// <summary>Quotation marks.</summary>
    Quote = 1UL << 28,

    /// <summary>超, 比: by how much a plan was passed.</summary>
    Beyond = 1UL << 29,

    /// <summary>部分, 逾期, 正在: how far the handling is.</summary>
    Partly = 1UL << 30,

    /// <summary>Brackets.</summary>
    Bracket = 1UL << 31,

    /// <summary>因</summary>
    Cause = 1UL << 32,

    /// <summary>情况</summary>
    Situation = 1UL << 33,

    /// <summary>…</summary>
    Pause = 1UL << 34,

    /// <summary>年</summary>
    Year = 1UL << 35,

    /// <summary>What scope, time or an adverb in front of a name begins with, and marks there.</summary>
    Lead = 1UL << 37,

    /// <summary>What links a name to its number ends with, and marks there.</summary>
    Link = 1UL << 38,

    /// <summary>What is told of the thing counted begins with.</summary>
    Told = 1UL << 39,

    /// <summary>将, 拟, 预计: still to come.</summary>
    Ahead = 1UL << 40,
}
