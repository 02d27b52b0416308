using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>A number that measures something, before it is known what.</summary>
/// <param name="From">Clean offset where its bound words begin (不少于10处 begins at 不); equals <paramref name="Start"/> without any.</param>
/// <param name="Start">Clean offset of the number.</param>
/// <param name="End">Clean offset behind the unit.</param>
/// <param name="To">Clean offset behind its bound words (10处以上 ends behind 上).</param>
/// <param name="Step">Weight of the last printed digit in base units; 0 for an exact count.</param>
internal readonly record struct Figure(
    int From,
    int Start,
    int End,
    int To,
    decimal Value,
    decimal? Max,
    decimal Step,
    Unit Unit,
    Bound Bound,
    bool Optional);
