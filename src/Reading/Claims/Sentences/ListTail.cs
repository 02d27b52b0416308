namespace Luoshi.Reading.Claims.Sentences;

/// <summary>The words behind a list that belong to all of its members.</summary>
internal static class ListTail
{
    /// <summary>三级、二级、一级医院住院报销比例: what stands behind the last short member; empty when the members have nothing in common.</summary>
    public static ReadOnlySpan<char> Shared(ReadOnlySpan<char> source, ReadOnlySpan<Range> parts)
    {
        if (parts.Length < 2)
            return default;
        var last = source[parts[^1]];
        var member = source[parts[^2]];
        return member.Length <= 4 && last.Length > member.Length + 2 && last[member.Length - 1] == member[^1] ? last[member.Length..] : default;
    }
}
