using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>
/// Records as bytes and back, losing nothing: the scale of a decimal too. A strip of another version counts as empty, so the layout may
/// change freely.
/// </summary>
internal static class StripFormat
{
    private const byte Version = 4;

    public static byte[] Write(IReadOnlyList<IndicatorRecord> records)
    {
        var pen = new StripPen();
        pen.Byte(Version);
        // Few units stand for many indicators.
        var units = records.Select(r => r.Unit).Distinct().ToList();
        pen.Number(units.Count);
        foreach (var unit in units)
        {
            pen.Text(unit.Unit);
            pen.Decimal(unit.Power);
        }

        pen.Number(records.Count);
        foreach (var record in records)
            One(pen, record, units.IndexOf(record.Unit));
        return pen.ToArray();
    }

    /// <returns>Null when another version of the program packed it.</returns>
    public static IndicatorRecord[]? Read(byte[] content)
    {
        var eye = new StripEye(content);
        if (eye.Byte() != Version)
            return null;
        var units = new PrintedUnit[eye.Number()];
        for (var i = 0; i < units.Length; i++)
            units[i] = new PrintedUnit(eye.Text(), eye.Decimal());
        var records = new IndicatorRecord[eye.Number()];
        for (var i = 0; i < records.Length; i++)
            records[i] = One(ref eye, units);
        return records;
    }

    private static void One(StripPen pen, IndicatorRecord record, int unit)
    {
        pen.Guid(record.Indicator);
        pen.Byte((byte)record.Kind);
        pen.Byte((byte)((int)record.Counting | ((int)record.Direction << 1) | (record.IsRated ? 4 : 0)));
        pen.Number(unit);
        pen.Maybe(record.Baseline);
        Promise(pen, new PastPromise(DateOnly.MaxValue, record.Promised, record.WorkingPlan, record.Deadline));
        pen.Maybe(record.FirstPromised);
        pen.Number(record.Past.Count);
        foreach (var past in record.Past)
        {
            pen.Number(past.Until.DayNumber);
            Promise(pen, past);
        }

        Plan(pen, record.Plan);
        pen.Number(record.PastPlans.Count);
        foreach (var past in record.PastPlans)
        {
            pen.Number(past.Until.DayNumber);
            Plan(pen, past.Plan);
        }

        Steps(pen, record.Steps);
        pen.Number(record.PastSteps.Count);
        foreach (var past in record.PastSteps)
        {
            pen.Number(past.Until.DayNumber);
            Steps(pen, past.Steps);
        }

        pen.Number(record.Values.Count);
        foreach (var (end, value) in record.Values)
        {
            pen.Number(end.DayNumber);
            pen.Decimal(value);
        }
    }

    private static void Steps(StripPen pen, IReadOnlyList<DatedStep> steps)
    {
        pen.Number(steps.Count);
        foreach (var step in steps)
        {
            pen.Text(step.Name);
            pen.Number(step.Due.DayNumber);
            pen.Maybe(step.Done);
        }
    }

    private static void Plan(StripPen pen, IReadOnlyList<PlannedAmount> plan)
    {
        pen.Number(plan.Count);
        foreach (var (month, amount) in plan)
        {
            pen.Number(month);
            pen.Decimal(amount);
        }
    }

    private static void Promise(StripPen pen, PastPromise held)
    {
        pen.Maybe(held.Promised?.Value);
        if (held.Promised is { } promised)
            pen.Byte((byte)promised.Bound);
        pen.Maybe(held.WorkingPlan);
        pen.Maybe(held.Deadline);
    }

    private static PastPromise Promise(ref StripEye eye, DateOnly until)
    {
        var promised = eye.MaybeDecimal();
        var bound = promised is null ? Bound.Exact : (Bound)eye.Byte();
        return new PastPromise(until, promised is { } value ? new TargetValue(value, bound) : null, eye.MaybeDecimal(), eye.MaybeDay());
    }

    private static PastPromise[] Past(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var past = new PastPromise[count];
        for (var i = 0; i < count; i++)
            past[i] = Promise(ref eye, DateOnly.FromDayNumber(eye.Number()));
        return past;
    }

    private static IndicatorRecord One(ref StripEye eye, PrintedUnit[] units)
    {
        var (indicator, kind, marks) = (eye.Guid(), (IndicatorKind)eye.Byte(), eye.Byte());
        var unit = units[eye.Number()];
        var baseline = eye.MaybeDecimal();
        var held = Promise(ref eye, DateOnly.MaxValue);
        return new IndicatorRecord
        {
            Indicator = indicator,
            Kind = kind,
            Counting = (Counting)(marks & 1),
            Direction = (Direction)((marks >> 1) & 1),
            IsRated = (marks & 4) != 0,
            Unit = unit,
            Baseline = baseline,
            Promised = held.Promised,
            WorkingPlan = held.WorkingPlan,
            Deadline = held.Deadline,
            FirstPromised = eye.MaybeDecimal(),
            Past = Past(ref eye),
            Plan = Plan(ref eye),
            PastPlans = PastPlans(ref eye),
            Steps = Steps(ref eye),
            PastSteps = PastSteps(ref eye),
            Values = Values(ref eye),
        };
    }

    private static PlannedAmount[] Plan(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var plan = new PlannedAmount[count];
        for (var i = 0; i < count; i++)
            plan[i] = new PlannedAmount(eye.Number(), eye.Decimal());
        return plan;
    }

    private static PastPlan[] PastPlans(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var past = new PastPlan[count];
        for (var i = 0; i < count; i++)
            past[i] = new PastPlan(DateOnly.FromDayNumber(eye.Number()), Plan(ref eye));
        return past;
    }

    private static PastSteps[] PastSteps(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var past = new PastSteps[count];
        for (var i = 0; i < count; i++)
            past[i] = new PastSteps(DateOnly.FromDayNumber(eye.Number()), Steps(ref eye));
        return past;
    }

    private static DatedStep[] Steps(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var steps = new DatedStep[count];
        for (var i = 0; i < count; i++)
            steps[i] = new DatedStep(eye.Text(), DateOnly.FromDayNumber(eye.Number()), eye.MaybeDay());
        return steps;
    }

    private static DatedValue[] Values(ref StripEye eye)
    {
        var count = eye.Number();
        if (count == 0)
            return [];
        var values = new DatedValue[count];
        for (var i = 0; i < count; i++)
            values[i] = new DatedValue(DateOnly.FromDayNumber(eye.Number()), eye.Decimal());
        return values;
    }
}

/// <summary>Writes small numbers in few bytes.</summary>
internal sealed class StripPen
{
    /// <summary>In place of the scale: the value fills all sixteen bytes.</summary>
    internal const byte Wide = 0x7F;

    private readonly ArrayBufferWriter<byte> bytes = new();

    public void Byte(byte value) => bytes.Write([value]);

    public void Number(long value)
    {
        for (; value > 0x7F; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    public void Guid(Guid value)
    {
        Span<byte> buffer = stackalloc byte[16];
        value.TryWriteBytes(buffer);
        bytes.Write(buffer);
    }

    public void Text(string value)
    {
        var encoded = Encoding.UTF8.GetBytes(value);
        Number(encoded.Length);
        bytes.Write(encoded);
    }

    /// <summary>Sign and scale in one byte, then the digits as a number; what needs more than 63 bits is written whole.</summary>
    public void Decimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] == 0 && digits <= long.MaxValue)
        {
            Byte((byte)(((bits[3] >> 16) & 0x1F) | (bits[3] < 0 ? 0x80 : 0)));
            Number((long)digits);
            return;
        }

        Byte(Wide);
        Span<byte> whole = stackalloc byte[4];
        foreach (var part in bits)
        {
            BinaryPrimitives.WriteInt32LittleEndian(whole, part);
            bytes.Write(whole);
        }
    }

    public void Maybe(decimal? value)
    {
        Byte(value is null ? (byte)0 : (byte)1);
        if (value is { } known)
            Decimal(known);
    }

    public void Maybe(DateOnly? value) => Number(value is { } day ? day.DayNumber + 1 : 0);

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();
}

/// <summary>Reads what <see cref="StripPen"/> wrote.</summary>
internal ref struct StripEye(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public byte Byte() => bytes[at++];

    public int Number() => checked((int)Long());

    public Guid Guid()
    {
        at += 16;
        return new Guid(bytes.Slice(at - 16, 16));
    }

    public string Text()
    {
        var length = Number();
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }

    public decimal Decimal()
    {
        var head = Byte();
        if (head == StripPen.Wide)
            return WideDecimal();
        var digits = (ulong)Long();
        return new decimal((int)digits, (int)(digits >> 32), 0, (head & 0x80) != 0, (byte)(head & 0x1F));
    }

    public decimal? MaybeDecimal() => Byte() == 0 ? null : Decimal();

    public DateOnly? MaybeDay() => Number() is > 0 and var day ? DateOnly.FromDayNumber(day - 1) : null;

    private long Long()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    private decimal WideDecimal()
    {
        Span<int> bits = stackalloc int[4];
        for (var i = 0; i < 4; i++, at += 4)
            bits[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        return new decimal(bits);
    }
}
