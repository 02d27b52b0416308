using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Luoshi.Platform.Ui;

/// <summary>An SVG <c>text</c> element: in Razor markup <c>&lt;text&gt;</c> is a directive and cannot have attributes.</summary>
public sealed class ChartText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Class { get; set; }

    [Parameter, EditorRequired]
    public required object X { get; set; }

    [Parameter, EditorRequired]
    public required object Y { get; set; }

    [Parameter]
    public string Anchor { get; set; } = "start";

    [Parameter]
    public string Baseline { get; set; } = "middle";

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddAttribute(5, "dominant-baseline", Baseline);
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
