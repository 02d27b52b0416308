using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Administration;

/// <summary>How administrators' pages answer: refused at the door, a form again with what is wrong, or on to the next page.</summary>
internal static class AdminAnswers
{
    private static readonly Refusal Moved = new("admin.moved", "别人刚刚改过这条记录，请核对后再提交一次。", "Somebody else has just changed this; check and submit again.");

    public static IResult Denied(Refusal refusal) =>
        Page.Of<MessagePage>(new { Title = AdminTexts.Title, Hint = new Words(refusal.Chinese, refusal.English) }, StatusCodes.Status403Forbidden);

    public static IResult Show(AdminForm form) =>
        Page.Of<AdminFormPage>(new { Form = form }, form.State.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>Runs a handler; an older version seen is a refusal like any other.</summary>
    public static async Task<Outcome<T>> TryAsync<T>(Func<Task<Outcome<T>>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Moved;
        }
    }

    public static async Task<FormState> FormAsync(HttpContext http) => FormState.From(await http.Request.ReadFormAsync(http.RequestAborted));
}
