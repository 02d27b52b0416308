using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Luoshi.Reading.Claims;

/// <summary>Tells in one walk over some words which of the many rules can apply to them at all.</summary>
/// <remarks>
/// About a hundred rules are asked for every number, and nearly all of them in vain. Each of them alone is cheap, but a search in a few
/// characters is mostly its call and the end of its loop, which no processor foresees. The walk has one such end, and the rules behind it
/// ask for a bit. The words of a part of a text have no signs that the whole has not, so the signs of the whole may stand for any part.
/// </remarks>
internal static class Signs
{
    /// <summary>Nobody looked: every rule must.</summary>
    public const Sign Unknown = (Sign)ulong.MaxValue;

    private const int Slots = 4096;

    // Characters of one slot are taken for each other: that costs a vain look now and then, and keeps the table in the nearest memory.
    private static readonly byte[] Kinds = new byte[Slots];
    private static readonly ulong[] Bits = new ulong[byte.MaxValue + 1];

    static Signs()
    {
        var words = ClaimWords.Shared;
        var bits = new ulong[Slots];
        Mark(Sign.Of, "的");
        Mark(Sign.Such, "等");
        Mark(Sign.Lost, "?\uFFFD");
        Mark(Sign.Clause, "，,；;：:|");
        Mark(Sign.Compare, "比较");
        Mark(Sign.Introduce, "是为在");
        Mark(Sign.Place, "省市县区州旗");
        Mark(Sign.Body, words.Bodies.Ends() + "台线");
        Mark(Sign.Inner, words.InnerAdverbs.Starts() + "0123456789连");
        Mark(Sign.Purse, "政");
        Mark(Sign.Now, "正");
        Mark(Sign.Toward, "向");
        Mark(Sign.Plan, "划");
        Mark(Sign.Month, "月");
        Mark(Sign.Dressing, Phrases.DressingMarks);
        Mark(Sign.Due, "应");
        Mark(Sign.Complete, "完");
        Mark(Sign.Among, "中");
        Mark(Sign.To, "到至为");
        Mark(Sign.Part, "其包");
        Mark(Sign.Rest, words.Remainders.Starts() + words.Others.Starts());
        Mark(Sign.Grade, words.Grades.Starts());
        Mark(Sign.Involve, "涉");
        Mark(Sign.Total, "共有计");
        Mark(Sign.These, "这述以");
        Mark(Sign.Listed, "列");
        Mark(Sign.List, "、");
        Mark(Sign.Quote, "“”");
        Mark(Sign.Beyond, words.Beyond.Starts() + "超");
        Mark(Sign.Partly, words.Partly.Starts());
        Mark(Sign.Bracket, "()（）");
        Mark(Sign.Cause, "因");
        Mark(Sign.Situation, "情");
        Mark(Sign.Pause, "…");
        Mark(Sign.Year, "年");
        Mark(Sign.Lead, Phrases.MarksInFront + "【0123456789至到自于连" + words.Lead.Starts());
        Mark(Sign.Link, Phrases.MarksBehind + "年月日起底前末" + words.Link.Ends() + words.PerHead.Ends());
        Mark(Sign.Told, "0123456789连中在是有并均都也现" + words.Adverb.Starts() + words.Predicate.Starts());
        Mark(Sign.Ahead, words.Ahead.Starts());
        var kinds = new Dictionary<ulong, byte>();
        for (var slot = 0; slot < Slots; slot++)
        {
            if (!kinds.TryGetValue(bits[slot], out var kind))
            {
                kinds.Add(bits[slot], kind = checked((byte)kinds.Count));
                Bits[kind] = bits[slot];
            }

            Kinds[slot] = kind;
        }

        void Mark(Sign sign, string characters)
        {
            foreach (var c in characters)
                bits[c & (Slots - 1)] |= (ulong)sign;
        }
    }

    public static Sign Of(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        ref var kinds = ref MemoryMarshal.GetArrayDataReference(Kinds);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(Bits);
        foreach (var c in text)
            found |= Unsafe.Add(ref bits, Unsafe.Add(ref kinds, c & (Slots - 1)));
        return (Sign)found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Sign Of(char c) =>
        (Sign)Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Bits), Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Kinds), c & (Slots - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(this Sign signs, Sign any) => (signs & any) != Sign.None;
}
